package io.github.registrymaven.credential;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import java.nio.file.Path;
import java.util.Map;

/**
 * The parts of a docker or containers config file that matter here. Its text never holds a value of {@code auths}.
 *
 * @param shown the path for people, the home folder as {@code ~}
 * @param credsStore the helper for all registries, empty where there is none
 */
record ConfigFile(
        Path path, String shown, Map<String, JsonElement> auths, Map<String, String> credHelpers, String credsStore) {
    /** What stands under a key of {@code auths}. */
    AuthEntry entry(String key) {
        return AuthEntry.read(auths.getOrDefault(key, JsonNull.INSTANCE));
    }

    @Override
    public String toString() {
        return shown + " auths " + auths.keySet() + " credHelpers " + credHelpers + " credsStore " + credsStore;
    }
}
