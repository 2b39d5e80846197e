package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import io.github.registrymaven.policy.lifecycle.LifecyclePolicy;
import io.github.registrymaven.policy.lifecycle.Remark;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.List;

/** {@code banLifecycleConflicts}: a lifecycle policy does what it seems to do. */
final class LifecycleConflicts implements StateRule {
    private final ReadPolicies policies;

    LifecycleConflicts(ReadPolicies policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return "banLifecycleConflicts";
    }

    @Override
    public Judgement judge(RepositoryState state, Terms terms) {
        return Ruling.of(
                name(),
                state,
                terms.level(),
                state.lifecycle(),
                (ruling, lifecycle) -> policies.judge(
                        state,
                        ruling,
                        lifecycle,
                        absent -> absent.notApplicable("has no lifecycle policy"),
                        policy -> judge(state, ruling, policy)));
    }

    private static Judgement judge(RepositoryState state, Ruling ruling, LifecyclePolicy policy) {
        List<String> conflicts = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        for (Remark remark : policy.remarks()) {
            String said = remark.place() + " " + remark.text();
            if (isHeldAgainst(remark, ruling.level())) {
                conflicts.add(said);
            } else {
                doubts.add(said);
            }
        }
        if (!conflicts.isEmpty()) {
            return ruling.fail(
                    "has a lifecycle policy that does not do what it says: " + String.join("; ", conflicts),
                    "rules that each can fire",
                    List.of());
        }
        if (ruling.level().isAtLeast(PolicyLevel.GOOD) && locksWhatItDeletes(state, policy)) {
            return ruling.unknown("has immutable tags, which Artifact Registry does not let be deleted, and a policy "
                    + "that deletes images with tags: whether it can is not known");
        }
        return ruling.pass("has a lifecycle policy without conflicts"
                + (doubts.isEmpty() ? "" : ", and one to look at: " + String.join("; ", doubts)));
    }

    private static boolean isHeldAgainst(Remark remark, PolicyLevel level) {
        if (remark.kind().isCertain()) {
            return true;
        }
        return switch (remark.kind()) {
            case NEEDS_SEVERAL_TAGS -> level.isAtLeast(PolicyLevel.GOOD);
            default -> level == PolicyLevel.STRICT;
        };
    }

    private static boolean locksWhatItDeletes(RepositoryState state, LifecyclePolicy policy) {
        return (state.kind() == RegistryKind.ARTIFACT_REGISTRY || state.kind() == RegistryKind.GCR)
                && state.tags() instanceof Setting.Seen<TagMutability> tags
                && tags.value().immutable()
                && policy.boundsTagged();
    }
}
