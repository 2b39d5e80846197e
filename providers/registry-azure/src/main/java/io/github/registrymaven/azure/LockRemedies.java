package io.github.registrymaven.azure;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.reference.ImageReference;
import java.util.List;

/** How a lock is taken away. Somebody has put it there for a reason, so another tag comes to mind first. */
final class LockRemedies {
    private LockRemedies() {}

    static Remedy tag(Place place, ImageReference image) {
        return new Remedy(
                "Push under a new tag; or unlock this one",
                List.of("az acr repository update --name " + place.name() + " --image " + image.repository() + ":"
                        + image.tag() + " --write-enabled true"),
                List.of());
    }

    static Remedy manifest(Place place, ImageReference image, String digest) {
        return new Remedy(
                "Push under a new tag; or unlock the image that this one names",
                List.of("az acr repository update --name " + place.name() + " --image " + image.repository() + "@"
                        + digest + " --write-enabled true"),
                List.of());
    }

    static Remedy repository(Place place, ImageReference image) {
        return new Remedy(
                "Push to another repository; or unlock this one",
                List.of("az acr repository update --name " + place.name() + " --repository " + image.repository()
                        + " --write-enabled true"),
                List.of());
    }
}
