package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.AwsDenial;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one action.
 *
 * @param words the state and the proof, for people
 * @param denial the refusal, where it is {@link State#DENIED}
 * @param simulated whether nothing but IAM's simulation shows it, which does not see every policy
 */
record ActionProof(State state, String words, @Nullable AwsDenial denial, boolean simulated) {
    ActionProof(State state, String words, @Nullable AwsDenial denial) {
        this(state, words, denial, false);
    }

    enum State {
        ALLOWED,
        DENIED,
        /** No proof speaks for or against it for sure. */
        UNVERIFIED,
        /** One proof says yes and another no. */
        DISPUTED
    }
}
