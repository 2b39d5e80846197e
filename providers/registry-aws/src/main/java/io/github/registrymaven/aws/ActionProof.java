package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.AwsDenial;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one action.
 *
 * @param words the state and the proof, for people
 * @param denial the refusal, where it is {@link State#DENIED}
 */
record ActionProof(State state, String words, @Nullable AwsDenial denial) {
    enum State {
        ALLOWED,
        DENIED,
        /** No proof speaks for or against it for sure. */
        UNVERIFIED,
        /** One proof says yes and another no. */
        DISPUTED
    }
}
