package io.github.registrymaven.google;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The repository that an image goes to, as Artifact Registry's API names it.
 *
 * @param gcr whether its host is one of gcr.io's, where a push may create it
 */
record Place(String host, String project, String location, String repository, boolean gcr) {
    /** Null where the reference is too short to name one. */
    static @Nullable Place of(ImageReference image) {
        RegistryAddress address = RegistryAddress.of(image);
        if (address instanceof RegistryAddress.ArtifactRegistry google
                && !google.project().isEmpty()
                && !google.repository().isEmpty()) {
            return new Place(image.host(), google.project(), google.location(), google.repository(), false);
        }
        return address instanceof RegistryAddress.Gcr gcr && !gcr.project().isEmpty()
                ? new Place(image.host(), gcr.project(), gcr.location(), gcr.repository(), true)
                : null;
    }

    /** {@code projects/…/locations/…/repositories/…}. */
    String name() {
        return "projects/" + project + "/locations/" + location + "/repositories/" + repository;
    }

    Place in(String otherProject, String otherLocation) {
        return new Place(host, otherProject, otherLocation, repository, gcr);
    }

    /** The path of the resource. */
    String path() {
        return "/v1/projects/" + encoded(project) + "/locations/" + encoded(location) + "/repositories/"
                + encoded(repository);
    }

    /** The path of all repositories beside it. */
    String listPath() {
        return "/v1/projects/" + encoded(project) + "/locations/" + encoded(location) + "/repositories";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
