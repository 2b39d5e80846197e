package io.github.registrymaven.generate;

import io.github.registrymaven.reference.ImageReference;
import java.util.List;

/** What can be generated for the images on one kind of registry. A cloud that is new gets a recipe of its own. */
interface Recipe {
    boolean serves(ImageReference image);

    /** For all images that it serves, at least one, in an order of their own. */
    Ingredients of(List<ImageReference> images, Project project);

    /**
     * What one recipe gives.
     *
     * @param logins what CI does to be logged in
     */
    record Ingredients(List<GeneratedFile> files, List<CiLogin> logins, List<String> notes) {
        public Ingredients {
            files = List.copyOf(files);
            logins = List.copyOf(logins);
            notes = List.copyOf(notes);
        }
    }
}
