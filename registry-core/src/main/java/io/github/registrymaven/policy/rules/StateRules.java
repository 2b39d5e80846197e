package io.github.registrymaven.policy.rules;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules there are about how repositories are set up. What one of them has read of a repository the others know: keep them. */
public final class StateRules {
    private final List<StateRule> all;

    public StateRules() {
        ReadPolicies policies = new ReadPolicies();
        this.all = Stream.of(
                        new TagImmutability(),
                        new LifecyclePresence(policies),
                        new TagSurvival(policies),
                        new LifecycleConflicts(policies),
                        new ImageScanning(),
                        new RegistryEncryption(),
                        new PublicRegistry(),
                        new AdminUser())
                .<StateRule>map(AmongNamesakes::new)
                .toList();
    }

    /** All of them, in the order in which they are told. */
    public List<StateRule> all() {
        return all;
    }

    /** Null where there is none of that name. */
    public @Nullable StateRule named(String name) {
        for (StateRule rule : all) {
            if (rule.name().equals(name)) {
                return rule;
            }
        }
        return null;
    }
}
