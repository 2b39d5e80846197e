package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.lifecycle.InvalidDocument;
import io.github.registrymaven.policy.lifecycle.LifecyclePolicy;
import io.github.registrymaven.policy.lifecycle.Provider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the rules about lifecycles have in common: policies, each read once for all of them and for all repositories that have the
 * same. Thread-safe.
 */
final class ReadPolicies {
    private final Map<List<Object>, Reading> known = new ConcurrentHashMap<>();

    /** A policy, or why it is none. */
    private record Reading(
            @Nullable LifecyclePolicy policy, @Nullable InvalidDocument invalid) {}

    /** Judges the policy that is there; {@code absent} judges that none is. */
    Judgement judge(
            RepositoryState state,
            Ruling ruling,
            Lifecycle lifecycle,
            Function<Ruling, Judgement> absent,
            Function<LifecyclePolicy, Judgement> present) {
        if (!(lifecycle instanceof Lifecycle.Policy policy)) {
            return absent.apply(ruling);
        }
        Provider provider = Provider.of(state.kind());
        if (provider == null) {
            return ruling.unknown("has a lifecycle policy in a language that is not read here");
        }
        Reading reading = known.computeIfAbsent(
                List.of(provider, policy.document(), policy.dryRun()), unread -> read(provider, policy));
        InvalidDocument invalid = reading.invalid();
        if (invalid != null) {
            // What is live its provider took, so it is this reader that lacks something.
            return state.source() == RepositoryState.Source.LIVE
                    ? ruling.unknown("has a lifecycle policy that is not understood here: " + invalid.getMessage())
                    : ruling.fail(
                            "has a lifecycle policy that its provider refuses: " + invalid.getMessage(),
                            "a valid policy",
                            List.of());
        }
        return present.apply(Objects.requireNonNull(reading.policy()));
    }

    private static Reading read(Provider provider, Lifecycle.Policy policy) {
        try {
            return new Reading(LifecyclePolicy.parse(provider, policy.document(), policy.dryRun()), null);
        } catch (InvalidDocument invalid) {
            return new Reading(null, invalid);
        }
    }
}
