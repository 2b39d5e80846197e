package io.github.registrymaven.reference;

import java.util.List;

/** GitHub's container registry: {@code OWNER/IMAGE}. */
final class GhcrRules {
    private GhcrRules() {}

    static List<NamingRemark> check(ImageReference image) {
        WrittenPath path = WrittenPath.of(image);
        return path.parts().size() >= 2
                ? List.of()
                : List.of(NamingRemark.warn(
                        image,
                        path.start(),
                        "the owner is missing: ghcr.io has OWNER/IMAGE",
                        image.host() + "/OWNER/" + path.path() + path.suffix(),
                        null));
    }
}
