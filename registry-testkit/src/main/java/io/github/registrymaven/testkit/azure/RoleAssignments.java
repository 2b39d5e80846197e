package io.github.registrymaven.testkit.azure;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who has which role, and what follows from that. Scopes contain what is below them. */
final class RoleAssignments {
    static final String PULL = "Microsoft.ContainerRegistry/registries/pull/read";
    static final String PUSH = "Microsoft.ContainerRegistry/registries/push/write";
    static final String REPOSITORIES = "Microsoft.ContainerRegistry/registries/repositories/";

    private final List<One> all = new CopyOnWriteArrayList<>();

    /** @param repositories the prefix that a condition limits it to; null for no condition */
    record One(
            String objectId,
            BuiltInRole role,
            String scope,
            @Nullable String repositories) {
        private boolean reaches(String resource) {
            String below = resource.toLowerCase(Locale.ROOT) + "/";
            return below.startsWith(scope.toLowerCase(Locale.ROOT) + "/");
        }
    }

    void add(One assignment) {
        all.add(assignment);
    }

    List<One> of(Principal principal, String resource) {
        return all.stream()
                .filter(one -> one.objectId().equals(principal.objectId()) && one.reaches(resource))
                .toList();
    }

    /** Whether somebody may do what Resource Manager guards. */
    boolean allow(Principal principal, String resource, String action) {
        return of(principal, resource).stream()
                .anyMatch(one -> one.role().actions().stream().anyMatch(allowed -> matches(allowed, action)));
    }

    /** Whether somebody may do something to a repository's data: what a condition leaves out is not allowed. */
    boolean allowData(Principal principal, String resource, String action, String repository) {
        return of(principal, resource).stream()
                .filter(one -> one.repositories() == null || repository.startsWith(one.repositories()))
                .anyMatch(one -> one.role().dataActions().stream().anyMatch(allowed -> matches(allowed, action)));
    }

    private static boolean matches(String allowed, String action) {
        String pattern = Pattern.quote(allowed).replace("*", "\\E.*\\Q");
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                .matcher(action)
                .matches();
    }
}
