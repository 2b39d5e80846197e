package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.registrymaven.catalogue.Explainer;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ExplanationsJsonTest {
    private static JsonArray written(String... texts) throws IOException {
        StringWriter text = new StringWriter();
        try (ExplanationsJson json = new ExplanationsJson(text)) {
            for (String each : texts) {
                json.add(new Explainer().explain("push.log", each));
            }
        }
        return JsonParser.parseString(text.toString()).getAsJsonArray();
    }

    @Test
    void writesOneObjectForEachTextInTheOrderOfTheContract() throws IOException {
        JsonArray array = written(
                "name unknown: The repository with name 'team/app' does not exist in the registry with id '123456789012'",
                "all is well");

        JsonObject first = array.get(0).getAsJsonObject();
        assertThat(first.keySet())
                .containsExactly(
                        "source", "cause", "confidence", "alternatives", "matched", "facts", "summary", "remedies");
        assertThat(first.get("cause").getAsString()).isEqualTo("repository-not-found");
        assertThat(first.get("confidence").getAsString()).isEqualTo("certain");
        assertThat(first.getAsJsonObject("facts").get("repository").getAsString())
                .isEqualTo("team/app");
        assertThat(first.getAsJsonObject("facts").get("account").getAsString()).isEqualTo("123456789012");
        JsonObject second = array.get(1).getAsJsonObject();
        assertThat(second.get("cause").getAsString()).isEqualTo("unknown");
        assertThat(second.has("matched")).isFalse();
    }

    @Test
    void writesAnEmptyArrayForNoTexts() throws IOException {
        assertThat(written()).isEmpty();
    }
}
