package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreflightJsonTest {
    private final PreflightJson json = new PreflightJson();

    private JsonObject written(ImageReport... images) {
        return JsonParser.parseString(
                        json.write(PreflightReport.of(7, 321, List.of(images)), "registry-maven-plugin", "1"))
                .getAsJsonObject();
    }

    @Test
    void namesItsSchemaItsToolAndTheVerdict() {
        JsonObject document = written(Reports.refused(), Reports.taken());

        assertThat(document.keySet())
                .containsExactly("schemaVersion", "tool", "verdict", "requests", "durationMillis", "images");
        assertThat(document.get("schemaVersion").getAsInt()).isEqualTo(1);
        assertThat(document.get("verdict").getAsString()).isEqualTo("fail");
        assertThat(document.getAsJsonObject("tool").get("version").getAsString())
                .isEqualTo("1");
    }

    @Test
    void writesAnImageByTheContract() {
        JsonObject image =
                written(Reports.refused()).getAsJsonArray("images").get(0).getAsJsonObject();

        assertThat(image.keySet())
                .containsExactly(
                        "reference", "kind", "host", "repository", "tag", "foundIn", "verdict", "identity", "checks");
        assertThat(image.get("kind").getAsString()).isEqualTo("generic");
        assertThat(image.getAsJsonObject("identity").get("expires").getAsString())
                .isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void writesACheckByTheContract() {
        JsonArray checks = written(Reports.refused())
                .getAsJsonArray("images")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("checks");
        JsonObject check = checks.get(1).getAsJsonObject();

        assertThat(check.keySet())
                .containsExactly(
                        "id",
                        "stage",
                        "verdict",
                        "cause",
                        "summary",
                        "evidence",
                        "unverified",
                        "remedies",
                        "durationMillis");
        assertThat(check.get("cause").getAsString()).isEqualTo("permission-denied");
        assertThat(check.getAsJsonArray("remedies").get(0).getAsJsonObject().keySet())
                .containsExactly("title", "commands", "files");
    }

    @Test
    void writesNoNulls() {
        for (JsonElement image : written(Reports.taken()).getAsJsonArray("images")) {
            assertThat(image.toString()).doesNotContain("null");
        }
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(json.readImage(json.writeImage(Reports.refused()))).isEqualTo(Reports.refused());
        assertThat(json.readImage(json.writeImage(Reports.taken()))).isEqualTo(Reports.taken());
    }
}
