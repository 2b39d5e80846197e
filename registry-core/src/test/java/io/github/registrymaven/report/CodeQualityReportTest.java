package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.registrymaven.preflight.PreflightReport;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CodeQualityReportTest {
    private static JsonArray written(Site site) {
        return JsonParser.parseString(new CodeQualityReport()
                        .write(PreflightReport.of(7, 321, List.of(Reports.refused(), Reports.taken())), image -> site))
                .getAsJsonArray();
    }

    @Test
    void hasTheFieldsThatGitlabRequires() {
        JsonArray issues = written(new Site("app/pom.xml", 12));

        assertThat(issues).hasSize(1);
        JsonObject issue = issues.get(0).getAsJsonObject();
        assertThat(issue.keySet())
                .containsExactlyInAnyOrder("description", "check_name", "fingerprint", "severity", "location");
        assertThat(issue.get("check_name").getAsString()).isEqualTo("permission-denied");
        assertThat(issue.get("severity").getAsString()).isEqualTo("critical");
        assertThat(issue.getAsJsonObject("location").get("path").getAsString()).isEqualTo("app/pom.xml");
        assertThat(issue.getAsJsonObject("location")
                        .getAsJsonObject("lines")
                        .get("begin")
                        .getAsInt())
                .isEqualTo(12);
    }

    @Test
    void theFingerprintStaysWhereTheLineMoves() {
        JsonObject before = written(new Site("pom.xml", 12)).get(0).getAsJsonObject();
        JsonObject after = written(new Site("pom.xml", null)).get(0).getAsJsonObject();

        assertThat(after.get("fingerprint")).isEqualTo(before.get("fingerprint"));
    }
}
