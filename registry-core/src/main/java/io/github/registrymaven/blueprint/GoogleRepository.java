package io.github.registrymaven.blueprint;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A repository on Artifact Registry as it should be: tags that stay, and untagged images that go. In every language that it is asked
 * for, so that generated code and what is provisioned are one and the same. A repository behind a host of gcr.io has the host's name.
 *
 * @param project with its domain where it has one: {@code example.com:project}
 * @param fixesTags whether its tags stay; Artifact Registry takes no exceptions, so one image with a moving tag has them all move
 */
public record GoogleRepository(String project, String location, String name, boolean fixesTags) {
    /** After how many days an image goes that no tag names any more. */
    public static final int UNTAGGED_DAYS = EcrRepository.UNTAGGED_DAYS;

    /** The least role that pushes, on the repository: it moves tags and deletes nothing. */
    public static final String PUSH_ROLE = "roles/artifactregistry.writer";

    /** The id of the cleanup policy. */
    public static final String CLEANUP = "untagged-go-after-" + UNTAGGED_DAYS + "-days";

    private static final String AGE = UNTAGGED_DAYS * 24 * 60 * 60 + "s";

    /** The repository behind an image, without a word about its tags; null where the name does not tell it. */
    public static @Nullable GoogleRepository of(ImageReference image) {
        GoogleRepository behind = RegistryAddress.of(image) instanceof RegistryAddress.ArtifactRegistry there
                ? new GoogleRepository(there.project(), there.location(), there.repository(), true)
                : RegistryAddress.of(image) instanceof RegistryAddress.Gcr there
                        ? new GoogleRepository(there.project(), there.location(), there.repository(), true)
                        : null;
        return behind == null || behind.project.isEmpty() || behind.name.isEmpty() ? null : behind;
    }

    /** By the tags that a build pushes to each of its images, as far as they are known. */
    public GoogleRepository holding(Collection<? extends Collection<String>> tagsOfImages) {
        boolean moves = tagsOfImages.stream()
                .anyMatch(tags -> !TagFixing.of(tags).mode().equals("IMMUTABLE"));
        return new GoogleRepository(project, location, name, !moves);
    }

    /** As the API names it. */
    public String path() {
        return parent() + "/repositories/" + name;
    }

    /** What it is in. */
    public String parent() {
        return "projects/" + project + "/locations/" + location;
    }

    /** What the API takes to create it: settings and cleanup in one call. */
    public String body() {
        return "{\"format\":\"DOCKER\",\"mode\":\"STANDARD_REPOSITORY\",\"dockerConfig\":{\"immutableTags\":"
                + fixesTags + "}," + cleanupMembers() + "}";
    }

    /** What the API takes to fix the tags of one that is there. */
    public String fixedTags() {
        return "{\"dockerConfig\":{\"immutableTags\":true}}";
    }

    /** What the API takes to let untagged images of one go that is there. */
    public String cleanup() {
        return "{" + cleanupMembers() + "}";
    }

    private static String cleanupMembers() {
        return "\"cleanupPolicyDryRun\":false,\"cleanupPolicies\":{\"" + CLEANUP + "\":{\"id\":\"" + CLEANUP
                + "\",\"action\":\"DELETE\",\"condition\":{\"tagState\":\"UNTAGGED\",\"olderThan\":\"" + AGE + "\"}}}";
    }

    /** The same with gcloud, which takes a second command for the cleanup. */
    public List<String> create() {
        return List.of(
                "gcloud artifacts repositories create " + name + where() + " --repository-format=docker"
                        + (fixesTags ? " --immutable-tags" : ""),
                cleanUp());
    }

    /** Fixes the tags, with gcloud. */
    public String fixTags() {
        return "gcloud artifacts repositories update " + name + where() + " --immutable-tags";
    }

    /** Lets untagged images go, with gcloud, which reads the policy from a file. */
    public String cleanUp() {
        return "echo '[{\"name\":\"" + CLEANUP
                + "\",\"action\":{\"type\":\"Delete\"},\"condition\":{\"tagState\":\"untagged\"," + "\"olderThan\":\""
                + UNTAGGED_DAYS + "d\"}}]' > cleanup.json && gcloud artifacts repositories set-cleanup-policies " + name
                + where() + " --policy=cleanup.json --no-dry-run";
    }

    private String where() {
        return " --project=" + project + " --location=" + location;
    }

    /** Lets somebody push to just this repository, with gcloud. */
    public String allow(String member) {
        return allow("\"" + member + "\"", PUSH_ROLE);
    }

    /** Lets somebody, an argument of the shell already, do on just this repository what a role holds. */
    public String allow(String member, String role) {
        return "gcloud artifacts repositories add-iam-policy-binding " + name + where() + " --member=" + member
                + " --role=" + role;
    }

    /** The same in Terraform. */
    public String terraform(String member, String role) {
        return """
                resource "google_artifact_registry_repository_iam_member" "push" {
                  project    = "%s"
                  location   = "%s"
                  repository = "%s"
                  role       = "%s"
                  member     = "%s"
                }
                """.formatted(project, location, name, role, member);
    }

    /** Terraform for several repositories of one project, each under a label of its own. */
    public static String terraform(List<GoogleRepository> repositories) {
        Map<String, Integer> taken = new TreeMap<>();
        StringBuilder all = new StringBuilder();
        for (GoogleRepository repository : repositories) {
            String plain = repository.name.replaceAll("[^A-Za-z0-9_-]", "_");
            int number = taken.merge(plain, 1, Integer::sum);
            all.append(all.length() == 0 ? "" : "\n")
                    .append(repository.terraform(number == 1 ? plain : plain + "_" + number));
        }
        return all.toString();
    }

    private String terraform(String label) {
        return """
                resource "google_artifact_registry_repository" "%1$s" {
                  project                = "%2$s"
                  location               = "%3$s"
                  repository_id          = "%4$s"
                  format                 = "DOCKER"
                  cleanup_policy_dry_run = false

                  docker_config {
                    immutable_tags = %5$s
                  }

                  cleanup_policies {
                    id     = "%6$s"
                    action = "DELETE"
                    condition {
                      tag_state  = "UNTAGGED"
                      older_than = "%7$s"
                    }
                  }
                }
                """.formatted(label, project, location, name, fixesTags, CLEANUP, AGE);
    }
}
