package io.github.registrymaven.google;

import com.google.gson.JsonObject;
import io.github.registrymaven.policy.lifecycle.InventoryImage;
import io.github.registrymaven.policy.lifecycle.ManifestList;
import io.github.registrymaven.preflight.StoredImages;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a repository of Artifact Registry, in all of its packages: cleanup policies are about the whole of it.
 *
 * @see <a href="https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories.dockerImages">
 *     dockerImages</a>
 */
final class StoredLook {
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 100;

    private final ArtifactRegistry registry;
    private final Session session;

    StoredLook(ArtifactRegistry registry, Session session) {
        this.registry = registry;
        this.session = session;
    }

    StoredImages in(Place place) throws InterruptedException {
        // What is pushed meanwhile may move an image to the next page, where it is listed again.
        Map<String, InventoryImage> images = new LinkedHashMap<>();
        Set<String> open = new HashSet<>();
        String next = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer<JsonObject> answer = registry.images(place, PAGE, next, session);
            if (answer instanceof Answer.None<JsonObject> none) {
                return new StoredImages.Unlisted(
                        "is not listed: " + none.trouble().summary()
                                + "; grant artifactregistry.dockerimages.list, as roles/artifactregistry.reader does");
            }
            JsonObject given = ((Answer.Given<JsonObject>) answer).value();
            for (JsonObject each : Json.objects(given, "dockerImages")) {
                InventoryImage image = image(each);
                if (image == null) {
                    return new StoredImages.Unlisted("is not listed as a whole: Google left out a digest or a date");
                }
                images.put(image.packageName() + "@" + image.digest(), image);
                if (ManifestList.isOne(Json.text(each, "mediaType"))
                        && image.manifests().isEmpty()) {
                    open.add(image.digest());
                }
            }
            next = Json.text(given, "nextPageToken");
            if (next.isEmpty()) {
                return new StoredImages.Listed(List.copyOf(images.values()), open, Set.of());
            }
        }
        return new StoredImages.Unlisted("has more than " + MOST_PAGES * PAGE + " images, which are not all read");
    }

    /** {@code projects/P/locations/L/repositories/R/dockerImages/team%2Fapp@sha256:...}; null where something is missing. */
    private static @Nullable InventoryImage image(JsonObject each) {
        String name = Json.text(each, "name");
        int at = name.lastIndexOf('@');
        int slash = name.lastIndexOf('/', Math.max(at, 0));
        Instant uploaded = instant(Json.text(each, "uploadTime"));
        if (at < 0 || slash < 0 || uploaded == null) {
            return null;
        }
        return new InventoryImage(
                name.substring(at + 1),
                URLDecoder.decode(name.substring(slash + 1, at), StandardCharsets.UTF_8),
                Json.texts(each, "tags"),
                uploaded,
                null,
                false,
                null,
                null,
                false,
                Json.objects(each, "imageManifests").stream()
                        .map(manifest -> Json.text(manifest, "digest"))
                        .filter(digest -> !digest.isEmpty())
                        .toList());
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
