package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.registrymaven.preflight.PreflightReport;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SarifReportTest {
    private static final PreflightReport REPORT =
            PreflightReport.of(7, 321, List.of(Reports.refused(), Reports.taken()));

    private static String written(Site site) {
        return new SarifReport("registry-maven-plugin", "0.1.0").write(REPORT, image -> site);
    }

    private static JsonObject run(String sarif) {
        return JsonParser.parseString(sarif)
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
    }

    @Test
    void isValidByTheStandardsOwnSchema() {
        assertThat(Schemas.breachesOfSarif(written(new Site("pom.xml", 12)))).isEmpty();
        assertThat(Schemas.breachesOfSarif(written(new Site("pom.xml", null)))).isEmpty();
        assertThat(Schemas.breachesOfSarif(new SarifReport("tool", "1")
                        .write(PreflightReport.of(0, 0, List.of()), image -> new Site("pom.xml", null))))
                .isEmpty();
    }

    @Test
    void theSchemaWouldNoticeAMistake() {
        assertThat(Schemas.breachesOfSarif(written(new Site("pom.xml", 0)))).isNotEmpty();
    }

    @Test
    void tellsWhatIsNotWellAndNothingElse() {
        JsonObject run = run(written(new Site("app/pom.xml", 12)));

        assertThat(run.getAsJsonArray("results")).hasSize(1);
        JsonObject result = run.getAsJsonArray("results").get(0).getAsJsonObject();
        assertThat(result.get("ruleId").getAsString()).isEqualTo("permission-denied");
        assertThat(result.get("level").getAsString()).isEqualTo("error");
        assertThat(result.getAsJsonObject("message").get("text").getAsString())
                .startsWith("localhost:5000/team/app refuses pushes from ci")
                .contains("allow --user ci");
    }

    @Test
    void helpsWithTheWordsOfTheCausesPage() {
        JsonObject rule = run(written(new Site("pom.xml", 12)))
                .getAsJsonObject("tool")
                .getAsJsonObject("driver")
                .getAsJsonArray("rules")
                .get(0)
                .getAsJsonObject();

        assertThat(rule.get("id").getAsString()).isEqualTo("permission-denied");
        assertThat(rule.getAsJsonObject("help").get("text").getAsString()).hasSizeGreaterThan(20);
    }

    @Test
    void theFingerprintStaysWhereTheLineMoves() {
        JsonObject before = run(written(new Site("pom.xml", 12)))
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject();
        JsonObject after = run(written(new Site("pom.xml", 99)))
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject();

        assertThat(after.get("partialFingerprints")).isEqualTo(before.get("partialFingerprints"));
        assertThat(after.get("locations")).isNotEqualTo(before.get("locations"));
    }

    @Test
    void aPathThatAUriCannotHoldIsEscaped() {
        String sarif = written(new Site("my app/p:om.xml", 1));

        assertThat(sarif).contains("\"uri\": \"my%20app/p:om.xml\"");
        assertThat(Schemas.breachesOfSarif(sarif)).isEmpty();
    }
}
