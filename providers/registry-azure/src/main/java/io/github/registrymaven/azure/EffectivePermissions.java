package io.github.registrymaven.azure;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What Resource Manager says that the caller may do on a registry ("Permissions - List For Resource"). Conditions are not part
 * of it, so what is allowed here may still be refused for a repository.
 */
record EffectivePermissions(List<Json> entries) {
    private static final String REGISTRIES = "Microsoft.ContainerRegistry/registries/";

    EffectivePermissions {
        entries = List.copyOf(entries);
    }

    /** @param byRepository whether the registry's roles are by repository, so that data actions count and no others */
    boolean allowPush(boolean byRepository) {
        return byRepository
                ? allow("repositories/content/read", "dataActions", "notDataActions")
                        && allow("repositories/content/write", "dataActions", "notDataActions")
                : allow("pull/read", "actions", "notActions") && allow("push/write", "actions", "notActions");
    }

    private boolean allow(String action, String yes, String no) {
        return entries.stream()
                .anyMatch(entry -> matchesAny(entry.texts(yes), action) && !matchesAny(entry.texts(no), action));
    }

    private static boolean matchesAny(List<String> patterns, String action) {
        return patterns.stream()
                .anyMatch(pattern -> Pattern.compile(
                                Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE)
                        .matcher(REGISTRIES + action)
                        .matches());
    }
}
