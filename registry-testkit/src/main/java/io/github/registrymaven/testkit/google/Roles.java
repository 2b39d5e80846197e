package io.github.registrymaven.testkit.google;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Which permissions roles hold: Google's, as far as they have to do with images, as documented; and a project's own. */
final class Roles {
    private static final List<String> READ = List.of(
            "artifactregistry.repositories.get",
            "artifactregistry.repositories.list",
            "artifactregistry.repositories.downloadArtifacts",
            "artifactregistry.dockerimages.get",
            "artifactregistry.dockerimages.list",
            "artifactregistry.locations.get",
            "artifactregistry.locations.list",
            "artifactregistry.packages.get",
            "artifactregistry.packages.list",
            "artifactregistry.tags.get",
            "artifactregistry.tags.list",
            "artifactregistry.versions.get",
            "artifactregistry.versions.list");
    private static final List<String> WRITE = List.of(
            "artifactregistry.repositories.uploadArtifacts",
            "artifactregistry.tags.create",
            "artifactregistry.tags.update");
    private static final List<String> CREATE = List.of("artifactregistry.repositories.createOnPush");
    private static final List<String> DELETE = List.of(
            "artifactregistry.repositories.deleteArtifacts",
            "artifactregistry.packages.delete",
            "artifactregistry.tags.delete",
            "artifactregistry.versions.delete");
    private static final List<String> GOVERN = List.of(
            "artifactregistry.repositories.create",
            "artifactregistry.repositories.update",
            "artifactregistry.repositories.delete",
            "artifactregistry.repositories.getIamPolicy",
            "artifactregistry.repositories.setIamPolicy");
    private static final List<String> MINT =
            List.of("iam.serviceAccounts.getAccessToken", "iam.serviceAccounts.getOpenIdToken");

    private final Map<String, Set<String>> permissions = new ConcurrentHashMap<>();

    Roles() {
        put("roles/artifactregistry.reader", READ);
        put("roles/artifactregistry.writer", READ, WRITE);
        put("roles/artifactregistry.createOnPushWriter", READ, WRITE, CREATE);
        put("roles/artifactregistry.repoAdmin", READ, WRITE, DELETE);
        put("roles/artifactregistry.createOnPushRepoAdmin", READ, WRITE, DELETE, CREATE);
        put("roles/artifactregistry.admin", READ, WRITE, DELETE, CREATE, GOVERN);
        put("roles/iam.serviceAccountTokenCreator", MINT);
        put("roles/iam.workloadIdentityUser", MINT);
    }

    @SafeVarargs
    private void put(String role, List<String>... groups) {
        List<String> all = new ArrayList<>();
        for (List<String> group : groups) {
            all.addAll(group);
        }
        put(role, all.toArray(String[]::new));
    }

    void put(String role, String... held) {
        permissions.put(role, new TreeSet<>(List.of(held)));
    }

    /** Empty where there is no such role. */
    Set<String> of(String role) {
        return permissions.getOrDefault(role, Set.of());
    }
}
