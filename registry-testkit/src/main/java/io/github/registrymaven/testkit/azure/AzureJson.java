package io.github.registrymaven.testkit.azure;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.registrymaven.testkit.SideDoor;
import java.util.Collection;
import java.util.List;

/** The shapes in which Azure's services answer. */
final class AzureJson {
    private AzureJson() {}

    static JsonObject object(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
        }
        return object;
    }

    static JsonArray array(Collection<?> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(element(value)));
        return array;
    }

    private static JsonElement element(Object value) {
        if (value instanceof JsonElement json) {
            return json;
        }
        if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        return value instanceof Number number ? new JsonPrimitive(number) : new JsonPrimitive(value.toString());
    }

    /** Resource Manager's error (its "common API details": {@code error.code}, {@code error.message}). */
    static SideDoor.Answer armError(int status, String code, String message) {
        return new SideDoor.Answer(
                status,
                object("error", object("code", code, "message", message)).toString());
    }

    /** Entra's error (its OAuth pages): the AADSTS code begins the description. */
    static SideDoor.Answer entraError(int status, String error, int code, String description) {
        JsonObject body = object(
                "error",
                error,
                "error_description",
                "AADSTS" + code + ": " + description + " Trace ID: 00000000-0000-0000-0000-000000000000");
        JsonArray codes = new JsonArray();
        codes.add(code);
        body.add("error_codes", codes);
        return new SideDoor.Answer(status, body.toString());
    }

    /** A registry's error, as the distribution specification has it. */
    static SideDoor.Answer acrError(int status, String code, String message) {
        return new SideDoor.Answer(
                status,
                object("errors", array(List.of(object("code", code, "message", message))))
                        .toString());
    }
}
