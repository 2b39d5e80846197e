package io.github.registrymaven.testkit;

import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.stream.Collectors;

/** Texts as JSON writes them. */
final class JsonText {
    private JsonText() {}

    static String quoted(String text) {
        return new JsonPrimitive(text).toString();
    }

    static String list(Collection<String> texts) {
        return texts.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]"));
    }
}
