package io.github.registrymaven.credential;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes a config file's text apart. An entry is looked at only when an image needs it: another's may be odd. */
final class ConfigFileParser {
    private ConfigFileParser() {}

    static ConfigFiles.Reading parse(Path path, String shown, String text, boolean wrapped) {
        // Docker takes an empty file for an empty config.
        if (text.isBlank()) {
            return new ConfigFiles.Read(new ConfigFile(path, shown, Map.of(), Map.of(), ""));
        }
        StrictJson.Parsed parsed = StrictJson.parse(text);
        if (parsed instanceof StrictJson.Malformed malformed) {
            return new ConfigFiles.Unusable("is not JSON" + malformed.place());
        }
        JsonElement root = ((StrictJson.Value) parsed).element();
        if (!root.isJsonObject()) {
            return new ConfigFiles.Unusable("is not a JSON object");
        }
        JsonObject object = root.getAsJsonObject();
        if (!wrapped) {
            return new ConfigFiles.Read(new ConfigFile(path, shown, object.asMap(), Map.of(), ""));
        }
        for (String member : new String[] {"auths", "credHelpers"}) {
            if (present(object, member) && !object.get(member).isJsonObject()) {
                return new ConfigFiles.Unusable("has \"" + member + "\" that is not a JSON object");
            }
        }
        Map<String, JsonElement> auths =
                present(object, "auths") ? object.getAsJsonObject("auths").asMap() : Map.of();
        Map<String, String> helpers = new LinkedHashMap<>();
        if (present(object, "credHelpers")) {
            for (Map.Entry<String, JsonElement> entry :
                    object.getAsJsonObject("credHelpers").entrySet()) {
                if (!isString(entry.getValue())) {
                    return new ConfigFiles.Unusable(
                            "has credHelpers \"" + entry.getKey() + "\" that is not the name of a helper");
                }
                helpers.put(entry.getKey(), entry.getValue().getAsString());
            }
        }
        String store = "";
        if (present(object, "credsStore")) {
            if (!isString(object.get("credsStore"))) {
                return new ConfigFiles.Unusable("has credsStore that is not the name of a helper");
            }
            store = object.get("credsStore").getAsString();
        }
        return new ConfigFiles.Read(new ConfigFile(path, shown, auths, helpers, store));
    }

    private static boolean present(JsonObject object, String member) {
        JsonElement value = object.get(member);
        return value != null && !value.isJsonNull();
    }

    private static boolean isString(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString();
    }
}
