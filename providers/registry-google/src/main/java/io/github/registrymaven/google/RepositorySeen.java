package io.github.registrymaven.google;

import com.google.gson.JsonObject;

/** What Google says of a repository. */
sealed interface RepositorySeen {
    /** It is there, and set up so. */
    record There(JsonObject settings) implements RepositorySeen {
        String format() {
            return Json.line(Json.text(settings, "format"));
        }

        String mode() {
            return Json.line(Json.text(settings, "mode"));
        }

        /** Only these take pushes. A mode or format that Google does not tell is none that speaks against it. */
        boolean takesImages() {
            boolean docker = format().isEmpty() || format().equals("FORMAT_UNSPECIFIED") || format().equals("DOCKER");
            boolean standard =
                    mode().isEmpty() || mode().equals("MODE_UNSPECIFIED") || mode().equals("STANDARD_REPOSITORY");
            return docker && standard;
        }

        boolean keepsTags() {
            return Json.isTrue(Json.object(settings, "dockerConfig"), "immutableTags");
        }

        boolean cleansUp() {
            JsonObject policies = Json.object(settings, "cleanupPolicies");
            return policies != null && !policies.isEmpty();
        }
    }

    /** It is not: Google says so only to whoever may see repositories. */
    record Absent(Trouble trouble) implements RepositorySeen {}

    /** Google does not say. */
    record Hidden(Trouble trouble) implements RepositorySeen {}
}
