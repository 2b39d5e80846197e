package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.lifecycle.InvalidDocument;
import io.github.registrymaven.policy.lifecycle.LifecyclePolicy;
import io.github.registrymaven.policy.lifecycle.Provider;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the rules about lifecycles have in common: the policy, read. */
final class ReadPolicy {
    private ReadPolicy() {}

    /** Judges the policy that is there; {@code absent} judges that none is. */
    static Judgement judge(
            RepositoryState state,
            Ruling ruling,
            Lifecycle lifecycle,
            Function<Ruling, Judgement> absent,
            Function<LifecyclePolicy, Judgement> present) {
        if (!(lifecycle instanceof Lifecycle.Policy policy)) {
            return absent.apply(ruling);
        }
        Provider provider = provider(state);
        if (provider == null) {
            return ruling.unknown("has a lifecycle policy in a language that is not read here");
        }
        LifecyclePolicy read;
        try {
            read = LifecyclePolicy.parse(provider, policy.document(), policy.dryRun());
        } catch (InvalidDocument invalid) {
            // What is live its provider took, so it is this reader that lacks something.
            return state.source() == RepositoryState.Source.LIVE
                    ? ruling.unknown("has a lifecycle policy that is not understood here: " + invalid.getMessage())
                    : ruling.fail(
                            "has a lifecycle policy that its provider refuses: " + invalid.getMessage(),
                            "a valid policy",
                            List.of());
        }
        return present.apply(read);
    }

    private static @Nullable Provider provider(RepositoryState state) {
        return switch (state.kind()) {
            case ECR -> Provider.ECR;
            case ARTIFACT_REGISTRY, GCR -> Provider.ARTIFACT_REGISTRY;
            case ACR -> Provider.ACR;
            default -> null;
        };
    }
}
