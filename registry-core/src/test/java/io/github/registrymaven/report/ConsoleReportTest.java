package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
    private final ConsoleReport console = new ConsoleReport("target/registry/preflight.json");

    private static String golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(ConsoleReportTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }

    @Test
    void tellsAFailureInOneBlock() throws IOException {
        assertThat(console.of(Reports.refused())).isEqualTo(golden("refused.txt"));
    }

    @Test
    void tellsEveryRung() throws IOException {
        assertThat(console.ladder(Reports.refused())).isEqualTo(golden("ladder.txt"));
    }

    @Test
    void tellsWhatWasSeenOfPassedRungsInDetailsOnly() {
        ImageReport image = Reports.seen();

        assertThat(console.ladder(image)).doesNotContain("answered 200");
        assertThat(console.details(image)).contains("GET /v2/ answered 200");
    }

    @Test
    void needsOneLineWhereAllIsWell() {
        assertThat(console.of(Reports.taken()))
                .isEqualTo("localhost:5000/team/app:1.0 would be taken, as ci; tag 1.0 does not exist yet");
    }

    @Test
    void countsWhatWouldBeTaken() {
        PreflightReport report = PreflightReport.of(7, 321, List.of(Reports.refused(), Reports.taken()));

        assertThat(console.total(report)).isEqualTo("1 of 2 images would be taken (7 requests, 321 ms)");
    }

    @Test
    void sendsATerminalNoControlCharacters() {
        assertThat(console.of(Reports.refused())).doesNotContain("\u001b");
        assertThat(console.ladder(Reports.refused())).doesNotContain("\u001b");
    }
}
