package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shapes that several of Amazon ECR's calls share. */
final class EcrJson {
    private EcrJson() {}

    static JsonObject object(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }

    static JsonObject object(String name, String value) {
        return object(name, new JsonPrimitive(value));
    }

    static JsonObject object(String name, boolean value) {
        return object(name, new JsonPrimitive(value));
    }

    /** Begins an answer about a repository. */
    static JsonObject about(EcrRegistry registry, EcrRepository repository) {
        JsonObject answer = object("registryId", registry.arns().account());
        answer.addProperty("repositoryName", repository.name());
        return answer;
    }

    /** Seconds and their parts, as this protocol writes times. */
    static Number time(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    static boolean isTrue(JsonObject object, String name) {
        return object.has(name) && object.get(name).getAsBoolean();
    }

    static JsonObject encryption(EcrRepository.Encryption encryption) {
        JsonObject shown = object("encryptionType", encryption.type());
        if (encryption.key() != null) {
            shown.addProperty("kmsKey", encryption.key());
        }
        return shown;
    }

    static void mutability(JsonObject answer, Mutability mutability) {
        answer.addProperty("imageTagMutability", mutability.mode());
        if (!mutability.exclusions().isEmpty()) {
            answer.add("imageTagMutabilityExclusionFilters", filters(mutability.exclusions(), "filterType"));
        }
    }

    static Mutability mutability(EcrCall call, String otherwise) {
        String mode = call.text("imageTagMutability");
        List<String> exclusions = new ArrayList<>();
        call.list("imageTagMutabilityExclusionFilters")
                .forEach(filter ->
                        exclusions.add(filter.getAsJsonObject().get("filter").getAsString()));
        return new Mutability(mode == null ? otherwise : mode, exclusions);
    }

    static JsonArray filters(List<String> patterns, String kind) {
        JsonArray filters = new JsonArray();
        for (String pattern : patterns) {
            JsonObject filter = object("filter", pattern);
            filter.addProperty(kind, "WILDCARD");
            filters.add(filter);
        }
        return filters;
    }

    static Map<String, String> tags(List<JsonElement> read) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (JsonElement tag : read) {
            JsonObject pair = tag.getAsJsonObject();
            tags.put(
                    pair.get("Key").getAsString(),
                    pair.has("Value") ? pair.get("Value").getAsString() : "");
        }
        return tags;
    }

    static JsonArray texts(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
