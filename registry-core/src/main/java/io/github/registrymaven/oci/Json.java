package io.github.registrymaven.oci;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** What is in JSON from a server, read without trust: whatever is not as expected is absent. */
final class Json {
    private Json() {}

    static @Nullable String string(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
    }

    static @Nullable JsonArray array(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array ? array : null;
    }
}
