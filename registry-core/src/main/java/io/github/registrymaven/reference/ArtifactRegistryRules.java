package io.github.registrymaven.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Artifact Registry: {@code PROJECT/REPOSITORY/IMAGE}, four parts with the host.
 *
 * <p>It answers shorter paths with 400 and {@code NAME_INVALID}.
 */
final class ArtifactRegistryRules {
    private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9-]{4,28}[a-z0-9]");
    private static final Pattern REPOSITORY = Pattern.compile("[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** Made by Google for what once was Container Registry; the only ones with a dot. */
    private static final Set<String> FIXED = Set.of("gcr.io", "us.gcr.io", "eu.gcr.io", "asia.gcr.io");

    private ArtifactRegistryRules() {}

    static List<NamingRemark> check(ImageReference image) {
        WrittenPath path = WrittenPath.of(image);
        GooglePath google = GooglePath.of(path.parts());
        if (google.below().size() < 2) {
            return List.of(tooShort(image, path, google));
        }
        List<NamingRemark> remarks = new ArrayList<>();
        // Both patterns are the ones known of old, and neither is certain to be today's.
        if (!PROJECT.matcher(path.parts().get(google.projectParts() - 1)).matches()) {
            remarks.add(NamingRemark.warn(
                    image,
                    path.offset(google.projectParts() - 1),
                    "this does not look like the ID of a Google Cloud project",
                    "6 to 30 of a-z, 0-9 and '-', a letter first",
                    null));
        }
        String repository = google.below().get(0);
        if (!REPOSITORY.matcher(repository).matches() && !FIXED.contains(repository)) {
            remarks.add(NamingRemark.warn(
                    image,
                    path.offset(google.projectParts()),
                    "this does not look like a repository of Artifact Registry",
                    "up to 63 of a-z, 0-9 and '-', a letter first",
                    null));
        }
        return remarks;
    }

    private static NamingRemark tooShort(ImageReference image, WrittenPath path, GooglePath google) {
        boolean projectMissing = path.parts().size() < google.projectParts();
        String expected = image.host() + "/" + path.path() + (projectMissing ? "/PROJECT" : "")
                + (google.below().isEmpty() ? "/REPOSITORY" : "") + "/IMAGE" + path.suffix();
        String missing = projectMissing
                ? "the project, the repository and the image are"
                : google.below().isEmpty() ? "the repository and the image are" : "the image is";
        return NamingRemark.fail(
                image,
                path.end(),
                missing + " missing: Artifact Registry has PROJECT/REPOSITORY/IMAGE",
                expected,
                null);
    }
}
