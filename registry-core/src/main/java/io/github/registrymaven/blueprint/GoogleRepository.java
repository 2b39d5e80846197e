package io.github.registrymaven.blueprint;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A repository on Artifact Registry as it should be: tags that stay where none is made to move, as it knows no exceptions, and untagged
 * images that go. In every language that it is asked for, so that a remedy and generated code are one and the same.
 *
 * @param project with its domain where it has one: {@code example.com:project}
 */
public record GoogleRepository(String project, String location, String name, TagFixing tags) {
    /** What a push needs, on the repository. */
    public static final String WRITER = "roles/artifactregistry.writer";

    /** After how many days an image goes that no tag names any more. */
    public static final int UNTAGGED_DAYS = EcrRepository.UNTAGGED_DAYS;

    private static final long SECONDS_A_DAY = 24L * 60 * 60;

    /** The repository behind an image's name; null where the name does not tell it. */
    public static @Nullable GoogleRepository of(ImageReference image, List<String> tags) {
        RegistryAddress address = RegistryAddress.of(image);
        if (address instanceof RegistryAddress.ArtifactRegistry google
                && !google.project().isEmpty()
                && !google.repository().isEmpty()) {
            return new GoogleRepository(google.project(), google.location(), google.repository(), TagFixing.of(tags));
        }
        return address instanceof RegistryAddress.Gcr gcr && !gcr.project().isEmpty()
                ? new GoogleRepository(gcr.project(), gcr.location(), gcr.repository(), TagFixing.of(tags))
                : null;
    }

    /** Whether its tags are fixed: all, or none. */
    public boolean fixesTags() {
        return tags.fixesAnything() && tags.except().isEmpty();
    }

    /** Creates it, with gcloud. */
    public String create() {
        return "gcloud artifacts repositories create " + name + where() + " --repository-format=docker"
                + (fixesTags() ? " --immutable-tags" : "");
    }

    /** Lets somebody do on it what a role holds, with gcloud; the member is an argument of the shell already. */
    public String grant(String member, String role) {
        return "gcloud artifacts repositories add-iam-policy-binding " + name + where() + " --member=" + member
                + " --role=" + role;
    }

    private String where() {
        return " --project=" + project + " --location=" + location;
    }

    /** Terraform for it, by its own name. */
    public String terraform() {
        return terraform(label(name));
    }

    /** Terraform for what somebody may do on it. */
    public String terraform(String member, String role) {
        return access("push", member, role);
    }

    /** Terraform for several repositories, each under a label of its own, and for who pushes to them. */
    public static String terraform(List<GoogleRepository> repositories, String member) {
        Map<String, Integer> taken = new TreeMap<>();
        StringBuilder all = new StringBuilder();
        for (GoogleRepository repository : repositories) {
            String label = label(repository.name());
            int number = taken.merge(label, 1, Integer::sum);
            String own = number == 1 ? label : label + "_" + number;
            all.append(all.length() == 0 ? "" : "\n")
                    .append(repository.terraform(own))
                    .append('\n')
                    .append(repository.access(own + "_push", member, WRITER));
        }
        return all.toString();
    }

    private static String label(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    }

    private String terraform(String label) {
        String fixed = fixesTags() ? """

                  docker_config {
                    immutable_tags = true
                  }
                """ : "";
        return """
                resource "google_artifact_registry_repository" "%s" {
                  project       = "%s"
                  location      = "%s"
                  repository_id = "%s"
                  format        = "DOCKER"
                %s
                  cleanup_policies {
                    id     = "untagged-images-go"
                    action = "DELETE"
                    condition {
                      tag_state  = "UNTAGGED"
                      older_than = "%ds"
                    }
                  }
                }
                """.formatted(label, project, location, name, fixed, UNTAGGED_DAYS * SECONDS_A_DAY);
    }

    private String access(String label, String member, String role) {
        return """
                resource "google_artifact_registry_repository_iam_member" "%s" {
                  project    = "%s"
                  location   = "%s"
                  repository = "%s"
                  role       = "%s"
                  member     = "%s"
                }
                """.formatted(label, project, location, name, role, member);
    }
}
