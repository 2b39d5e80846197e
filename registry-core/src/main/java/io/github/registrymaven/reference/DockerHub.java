package io.github.registrymaven.reference;

/** The registry that every name without a host means. */
final class DockerHub {
    static final String HOST = "docker.io";
    /** Where its API is; nobody serves images on {@value #HOST} itself. */
    static final String API = "registry-1.docker.io";

    static final String LIBRARY = "library/";

    private static final String OLD_HOST = "index.docker.io";

    private DockerHub() {}

    /** The host docker means by what was written; nothing and the old name both mean {@value #HOST}. */
    static String folded(String writtenHost) {
        return writtenHost.isEmpty() || writtenHost.equals(OLD_HOST) ? HOST : writtenHost;
    }

    /** Whether it is among the official images, which Docker alone may push. */
    static boolean isLibrary(ImageReference image) {
        return image.kind() == RegistryKind.DOCKER_HUB && image.repository().startsWith(LIBRARY);
    }
}
