package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.catalogue.Explainer;
import io.github.registrymaven.policy.lifecycle.Action;
import io.github.registrymaven.policy.lifecycle.Fate;
import io.github.registrymaven.policy.lifecycle.InvalidDocument;
import io.github.registrymaven.policy.lifecycle.InventoryImage;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.push.PushReport;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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

    private static String explanations(String... texts) throws IOException {
        StringWriter text = new StringWriter();
        try (ExplanationsJson json = new ExplanationsJson(text)) {
            for (String each : texts) {
                json.add(new Explainer().explain("push.log", each));
            }
        }
        return text.toString();
    }

    @Test
    void explanationsJsonIsWhatItsSchemaSaysAndNothingElse() throws IOException {
        String json = explanations(
                "name unknown: The repository with name 'team/app' does not exist in the registry with id '123456789012'",
                "all is well");

        assertThat(Schemas.breaches("explanations.schema.json", json)).isEmpty();
        assertThat(Schemas.breaches("explanations.schema.json", json.replace("\"certain\"", "\"sure\"")))
                .isNotEmpty();
        assertThat(Schemas.breaches("explanations.schema.json", json.replace("\"matched\"", "\"match\"")))
                .isNotEmpty();
    }

    @Test
    void policyJsonIsWhatItsSchemaSaysAndNothingElse() {
        String json = new PolicyJson().write(List.of(PolicyReportTest.BROKEN, PolicyReportTest.OPEN));

        assertThat(Schemas.breaches("policy.schema.json", json)).isEmpty();
        assertThat(Schemas.breaches("policy.schema.json", json.replace("not-applicable", "none")))
                .isNotEmpty();
        assertThat(Schemas.breaches("policy.schema.json", json.replace("\"message\"", "\"text\"")))
                .isNotEmpty();
    }

    @Test
    void lifecycleJsonIsWhatItsSchemaSaysAndNothingElse() throws InvalidDocument {
        InventoryImage image = new InventoryImage(
                "sha256:aa", null, List.of("1.0", "1"), Instant.EPOCH, null, false, null, null, false, List.of());
        String json = new LifecycleJson()
                .write(Stream.concat(
                                LifecycleReportTest.inventory().fates().stream(),
                                Stream.of(new Fate(
                                        image, Action.KEEP, "purgeTasks[0]", null, List.of("1"), "it loses a tag")))
                        .toList());

        assertThat(Schemas.breaches("lifecycle.schema.json", json)).isEmpty();
        assertThat(Schemas.breaches("lifecycle.schema.json", json.replace("\"expire\"", "\"delete\"")))
                .isNotEmpty();
        assertThat(Schemas.breaches("lifecycle.schema.json", json.replace("\"reason\"", "\"because\"")))
                .isNotEmpty();
    }
}
