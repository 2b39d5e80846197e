package io.github.registrymaven.google;

import com.google.gson.JsonObject;
import io.github.registrymaven.machine.Machine;
import java.nio.file.Path;
import java.util.List;

/**
 * The credential helpers that docker's config names for Google's hosts. {@code gcloud auth configure-docker} writes some of
 * them, and every location is a host of its own: one that was left out is the usual reason why a push goes out as nobody.
 */
final class DockerHelpers {
    private final Path file;
    private final JsonObject helpers;

    DockerHelpers(Machine machine) {
        String folder = machine.environment().get("DOCKER_CONFIG");
        this.file = (folder == null || folder.isBlank() ? machine.home().resolve(".docker") : Path.of(folder.strip()))
                .resolve("config.json");
        JsonObject config = Json.object(GoogleSettings.text(file));
        JsonObject named = config == null ? null : Json.object(config, "credHelpers");
        this.helpers = named == null ? new JsonObject() : named;
    }

    String file() {
        return file.toString();
    }

    /** Others of Google's hosts that have a helper, while this one has none. */
    List<String> without(String host) {
        if (helpers.has(host) || helpers.has("https://" + host)) {
            return List.of();
        }
        return helpers.keySet().stream()
                .map(name -> name.replaceFirst("^https://", ""))
                .filter(name -> name.endsWith("-docker.pkg.dev") || name.equals("gcr.io") || name.endsWith(".gcr.io"))
                .map(Json::line)
                .sorted()
                .limit(5)
                .toList();
    }
}
