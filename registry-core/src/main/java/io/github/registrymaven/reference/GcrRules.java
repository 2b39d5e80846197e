package io.github.registrymaven.reference;

import java.util.List;

/** The gcr.io hosts: {@code PROJECT/IMAGE}; the mirror of Docker Hub among them takes no pushes. */
final class GcrRules {
    private GcrRules() {}

    static List<NamingRemark> check(ImageReference image) {
        WrittenPath path = WrittenPath.of(image);
        if (Hosts.name(image.host()).equals(GcrHosts.MIRROR)) {
            return List.of(NamingRemark.fail(
                    image,
                    0,
                    "mirror.gcr.io is a cache of Docker Hub that nobody can push to",
                    "LOCATION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE, or another registry",
                    null));
        }
        GooglePath google = GooglePath.of(path.parts());
        if (!google.below().isEmpty()) {
            return List.of();
        }
        boolean projectMissing = path.parts().size() < google.projectParts();
        return List.of(NamingRemark.warn(
                image,
                path.end(),
                (projectMissing ? "the project and the image are" : "the image is") + " missing: " + image.host()
                        + " has PROJECT/IMAGE",
                image.host() + "/" + path.path() + (projectMissing ? "/PROJECT" : "") + "/IMAGE" + path.suffix(),
                null));
    }
}
