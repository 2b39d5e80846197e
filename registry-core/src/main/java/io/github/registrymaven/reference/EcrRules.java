package io.github.registrymaven.reference;

import java.util.List;

/** Amazon ECR: a repository's name has from 2 to 256 characters, slashes included. */
final class EcrRules {
    private EcrRules() {}

    /** The grammar's own limit of 255 is reached before the upper one. */
    static List<NamingRemark> check(ImageReference image) {
        return image.repository().length() >= 2
                ? List.of()
                : List.of(NamingRemark.warn(
                        image,
                        WrittenPath.of(image).start(),
                        "a repository in ECR has a name of at least 2 characters",
                        "a longer name",
                        null));
    }
}
