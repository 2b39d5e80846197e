package io.github.registrymaven.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Docker Hub: {@code OWNER/NAME} and no more, and {@code library/} is Docker's own. */
final class DockerHubRules {
    /** Hosts that people shorten as if everyone knew their ending. */
    private static final Map<String, String> SHORTENED =
            Map.of("ghcr", "ghcr.io", "quay", "quay.io", "gcr", "gcr.io", "docker", "docker.io");

    private DockerHubRules() {}

    static List<NamingRemark> check(ImageReference image) {
        WrittenPath path = WrittenPath.of(image);
        if (DockerHub.isLibrary(image)) {
            return List.of(library(image, path));
        }
        return switch (image.repository().split("/", -1).length) {
            case 1 ->
                List.of(NamingRemark.warn(
                        image,
                        path.start(),
                        "the owner is missing: Docker Hub has OWNER/NAME",
                        "docker.io/OWNER/" + path.path() + path.suffix(),
                        null));
            case 2 -> List.of();
            default -> List.of(tooDeep(image, path));
        };
    }

    private static NamingRemark library(ImageReference image, WrittenPath path) {
        String name = image.repository().substring(DockerHub.LIBRARY.length());
        return image.hostImplied()
                ? NamingRemark.fail(
                        image,
                        0,
                        "names no registry, so it means " + image.name(),
                        "HOST/" + name + path.suffix() + ", or OWNER/" + name + path.suffix() + " on Docker Hub",
                        null)
                : NamingRemark.fail(
                        image,
                        path.start(),
                        "means " + image.name() + ", and library/ takes pushes of Docker alone",
                        "docker.io/OWNER/" + name + path.suffix(),
                        null);
    }

    private static NamingRemark tooDeep(ImageReference image, WrittenPath path) {
        String first = path.parts().get(0);
        if (!image.hostImplied()) {
            return NamingRemark.fail(
                    image,
                    path.offset(2) - 1,
                    "Docker Hub has OWNER/NAME and no deeper path",
                    "the end of the repository, or its tag",
                    null);
        }
        return NamingRemark.fail(
                image,
                0,
                "names no registry, so it means " + image.name() + ", too deep a path for Docker Hub",
                "a host; one needs a '.' or a port to be known as such: " + first + ":443, " + first + ".example.com",
                withKnownHost(path, first));
    }

    private static @Nullable String withKnownHost(WrittenPath path, String first) {
        String host = SHORTENED.get(first);
        return host == null ? null : host + path.written().substring(first.length());
    }
}
