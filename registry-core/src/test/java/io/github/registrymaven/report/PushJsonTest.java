package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.push.PushReport;
import io.github.registrymaven.push.PushedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PushJsonTest {
    private static JsonObject written(PushedImage image) {
        PushReport report = new PushReport(image.verdict(), 17, 1_300, List.of(image));
        return JsonParser.parseString(new PushJson().write(report, "registry-maven-plugin", "1"))
                .getAsJsonObject();
    }

    private static JsonObject image(JsonObject document) {
        return document.getAsJsonArray("images").get(0).getAsJsonObject();
    }

    @Test
    void namesItsSchemaItsToolAndTheVerdict() {
        JsonObject document = written(Pushes.arrived());

        assertThat(document.keySet())
                .containsExactly("schemaVersion", "tool", "verdict", "requests", "durationMillis", "images");
        assertThat(document.get("verdict").getAsString()).isEqualTo(Verdict.PASS.id());
        assertThat(document.getAsJsonObject("tool").get("name").getAsString()).isEqualTo("registry-maven-plugin");
    }

    @Test
    void writesAnImageByTheContract() {
        JsonObject image = image(written(Pushes.arrived()));

        assertThat(image.keySet())
                .containsExactly(
                        "reference",
                        "kind",
                        "host",
                        "repository",
                        "tags",
                        "verdict",
                        "digest",
                        "size",
                        "unchanged",
                        "blobs",
                        "layers",
                        "bytesSent",
                        "requests",
                        "durationMillis",
                        "identity");
        assertThat(image.getAsJsonObject("blobs").keySet()).containsExactly("uploaded", "mounted", "present");
        assertThat(image.get("digest").getAsString()).isEqualTo(Pushes.DIGEST);
    }

    @Test
    void writesAFailureInTheWordsOfAPreflight() {
        JsonObject image = image(written(Pushes.failed()));

        assertThat(image.has("digest")).isFalse();
        assertThat(image.getAsJsonObject("failure").keySet())
                .containsExactly("cause", "summary", "evidence", "remedies");
        assertThat(image.getAsJsonObject("failure").get("cause").getAsString()).isEqualTo("payload-too-large");
    }
}
