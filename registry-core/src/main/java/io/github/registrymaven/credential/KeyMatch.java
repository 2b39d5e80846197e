package io.github.registrymaven.credential;

import io.github.registrymaven.reference.ImageReference;
import java.util.regex.Pattern;

/** How well a key of a config file fits an image: the lower the rank, the better; of equal ranks the longer path. */
record KeyMatch(String key, int rank, int pathLength) {
    static final int NONE = Integer.MAX_VALUE;

    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Pattern API_PATH = Pattern.compile("/+v[12]/*");
    private static final int BEST = 0;
    private static final int HOSTS = 1;
    private static final int FORMS = 5;

    /**
     * As podman, buildah and skopeo match: a repository or a prefix of it, the host, or anything on the host behind a
     * scheme. Compared key by key with skopeo 1.9.
     */
    static KeyMatch ofContainers(String key, ImageReference image) {
        Parts parts = Parts.of(key);
        if (!parts.scheme() && !parts.path().isEmpty()) {
            boolean namespace = parts.host().equals(image.host()) && isPrefix(parts.path(), image);
            return new KeyMatch(key, namespace ? BEST : NONE, parts.path().length());
        }
        int name = RegistryNames.ofContainers(image.host()).indexOf(parts.host());
        return new KeyMatch(key, name < 0 ? NONE : HOSTS + name * FORMS + (parts.scheme() ? 1 : 0), 0);
    }

    /**
     * As docker and jib match: in the years {@code login} has written {@code host}, {@code https://host} and {@code
     * https://host/v1/}, and both still read anything on the host (ConvertToHostname, getRegistryMatchersFor).
     */
    static KeyMatch ofDocker(String key, ImageReference image) {
        if (key.equals(RegistryNames.DOCKER_LOGIN) && RegistryNames.isDockerHub(image.host())) {
            return new KeyMatch(key, BEST, 0);
        }
        Parts parts = Parts.of(key);
        int name = RegistryNames.of(image.host()).indexOf(parts.host());
        int rank = name < 0 ? NONE : HOSTS + name * FORMS + form(parts, image);
        return new KeyMatch(key, rank, parts.path().length());
    }

    private static int form(Parts parts, ImageReference image) {
        if (parts.path().isEmpty() && !parts.scheme()) {
            return 0;
        }
        if (parts.path().isEmpty() || parts.path().equals("/")) {
            return 1;
        }
        if (API_PATH.matcher(parts.path()).matches()) {
            return 2;
        }
        // Docker takes whichever path its map yields first; the image's own is the one meant.
        return isPrefix(parts.path(), image) ? 3 : 4;
    }

    private static boolean isPrefix(String path, ImageReference image) {
        return ("/" + image.repository() + "/").startsWith(path + "/");
    }

    /** A key taken apart: {@code path} is empty or starts with a slash. */
    private record Parts(boolean scheme, String host, String path) {
        static Parts of(String key) {
            String bare = SCHEME.matcher(key).replaceFirst("");
            int slash = bare.indexOf('/');
            return new Parts(
                    bare.length() < key.length(),
                    slash < 0 ? bare : bare.substring(0, slash),
                    slash < 0 ? "" : bare.substring(slash));
        }
    }
}
