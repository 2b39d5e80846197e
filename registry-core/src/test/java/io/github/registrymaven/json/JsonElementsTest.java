package io.github.registrymaven.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonElementsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": [1, -2.50, 1e3, true, null, \"\\u00e9\\n\"], \"b\": {}, \"c\": []}",
                "[]",
                "\"text\"",
                "12345678901234567890",
                "null",
                "{\"twice\": 1, \"twice\": 2}"
            })
    void readsWhatGsonItselfReads(String text) {
        JsonElement read = JsonElements.parse(text, Strictness.STRICT);

        assertThat(read).isEqualTo(JsonParser.parseString(text));
        assertThat(read).hasToString(JsonParser.parseString(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": [1, -2.50, 1e3, true, null, \"\\u00e9\\n<'\\u2028\"], \"b\": {}, \"c\": []}",
                "[]",
                "\"text\"",
                "12345678901234567890",
                "null",
                "[NaN, -Infinity]"
            })
    void writesWhatGsonItselfWrites(String text) {
        JsonElement read = JsonElements.parse(text, Strictness.LENIENT);

        assertThat(JsonElements.compact(read)).isEqualTo(read.toString());
    }

    @Test
    void looksAtTheFirstValueOnlyAsDockerDoes() {
        assertThat(JsonElements.parse("{\"token\": \"t\"}\n<!-- proxied -->", Strictness.STRICT))
                .hasToString("{\"token\":\"t\"}");
    }

    @Test
    void takesFromAServerWhatIsAnObjectAsAWhole() {
        assertThat(JsonElements.object("{'token': 't'}")).hasToString("{\"token\":\"t\"}");
        assertThat(JsonElements.object("{\"token\": \"t\"} <html>")).isNull();
        assertThat(JsonElements.object("[]")).isNull();
        assertThat(JsonElements.object("<html>")).isNull();
        assertThat(JsonElements.object("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "{\"a\" 1}", "<html>", "'single'", "NaN", "\u0000"})
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> JsonElements.parse(text, Strictness.STRICT)).isInstanceOf(JsonParseException.class);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThatThrownBy(() -> JsonElements.parse("[".repeat(100_000), Strictness.LENIENT))
                .isInstanceOf(JsonParseException.class)
                .hasMessageContaining("Nesting limit");
    }
}
