package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.push.PushReport;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SchemasTest {
    private static final PreflightReport REPORT =
            PreflightReport.of(7, 321, List.of(Reports.refused(), Reports.taken()));

    @Test
    void preflightJsonIsWhatItsSchemaSays() {
        String json = new PreflightJson().write(REPORT, "registry-maven-plugin", "1");

        assertThat(Schemas.breaches("preflight.schema.json", json)).isEmpty();
    }

    @Test
    void theSchemaOfPreflightJsonRefusesAnythingElse() {
        String json = new PreflightJson().write(REPORT, "registry-maven-plugin", "1");

        assertThat(Schemas.breaches("preflight.schema.json", json.replace("\"fail\"", "\"failed\"")))
                .isNotEmpty();
        assertThat(Schemas.breaches("preflight.schema.json", json.replace("\"foundIn\"", "\"found\"")))
                .isNotEmpty();
    }

    @Test
    void pushJsonIsWhatItsSchemaSays() {
        PushReport pushes = new PushReport(Verdict.FAIL, 9, 12, List.of(Pushes.arrived(), Pushes.failed()));

        assertThat(Schemas.breaches("push.schema.json", new PushJson().write(pushes, "tool", "1")))
                .isEmpty();
    }
}
