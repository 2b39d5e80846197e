package io.github.registrymaven.policy.lifecycle;

import com.google.gson.JsonElement;
import io.github.registrymaven.json.BoundedJson;
import io.github.registrymaven.json.JsonProblem;

/** The JSON of policies and inventories. */
final class Json {
    private static final int MOST_VALUES = 2_000_000;

    private Json() {}

    static JsonElement parse(String text, String place) throws InvalidDocument {
        try {
            return BoundedJson.parse(text, MOST_VALUES);
        } catch (JsonProblem problem) {
            throw new InvalidDocument(
                    place,
                    switch (problem.kind()) {
                        case TOO_MANY -> "has more than " + MOST_VALUES + " values";
                        case TOO_DEEP -> "is not JSON that is read here: it goes deeper than 255 levels";
                        case MALFORMED -> "is not JSON" + problem.place();
                    });
        }
    }
}
