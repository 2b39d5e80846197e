package io.github.registrymaven.policy.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules there are about how repositories are set up. */
public final class StateRules {
    private static final List<StateRule> ALL = List.of(
            new TagImmutability(),
            new LifecyclePresence(),
            new TagSurvival(),
            new LifecycleConflicts(),
            new ImageScanning(),
            new RegistryEncryption(),
            new PublicRegistry(),
            new AdminUser());

    private StateRules() {}

    /** All of them, in the order in which they are told. */
    public static List<StateRule> all() {
        return ALL;
    }

    /** Null where there is none of that name. */
    public static @Nullable StateRule named(String name) {
        return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst().orElse(null);
    }
}
