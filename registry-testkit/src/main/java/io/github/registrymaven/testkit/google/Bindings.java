package io.github.registrymaven.testkit.google;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Who has which role where. A binding on a project holds for everything in it. */
final class Bindings {
    private final Roles roles;
    private final Map<String, List<IamBinding>> byResource = new ConcurrentHashMap<>();

    Bindings(Roles roles) {
        this.roles = roles;
    }

    void grant(String resource, String role, String member) {
        of(resource).add(new IamBinding(role, member));
    }

    void replace(String resource, List<IamBinding> bindings) {
        List<IamBinding> held = of(resource);
        held.clear();
        held.addAll(bindings);
    }

    List<IamBinding> of(String resource) {
        return byResource.computeIfAbsent(resource, name -> new CopyOnWriteArrayList<>());
    }

    /** Whether a member may do something to a resource; null is somebody who does not log in. */
    boolean allow(@Nullable String member, String resource, String permission) {
        List<IamBinding> all = new ArrayList<>(of(resource));
        String project = projectOf(resource);
        if (!project.equals(resource)) {
            all.addAll(of(project));
        }
        return all.stream()
                .anyMatch(binding -> isFor(binding.member(), member)
                        && roles.of(binding.role()).contains(permission));
    }

    private static boolean isFor(String bound, @Nullable String member) {
        if (bound.equals("allUsers")) {
            return true;
        }
        if (member == null) {
            return false;
        }
        return bound.equals("allAuthenticatedUsers") || bound.equals(member) || isInSet(bound, member);
    }

    /** A whole pool of federated identities: {@code principalSet://…/workloadIdentityPools/POOL/*}. */
    private static boolean isInSet(String bound, String member) {
        return bound.startsWith("principalSet://")
                && bound.endsWith("/*")
                && member.startsWith(
                        "principal://" + bound.substring("principalSet://".length(), bound.length() - 1) + "subject/");
    }

    private static String projectOf(String resource) {
        String[] parts = resource.split("/", 3);
        return parts.length < 2 ? resource : parts[0] + "/" + parts[1];
    }
}
