package io.github.registrymaven.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a failure is worth before the build, when the push is yet to come. */
class ImageReportTest {
    @ParameterizedTest
    @CsvSource({
        "REGISTRY_SERVER_ERROR, UNKNOWN",
        "DISK_FULL, UNKNOWN",
        "CONNECTION_RESET, UNKNOWN",
        "RATE_LIMITED, UNKNOWN",
        "UNKNOWN, FAIL",
        "CONNECTION_REFUSED, FAIL",
        "CONNECTION_TIMEOUT, FAIL",
        "DEADLINE_EXCEEDED, UNKNOWN",
        "CREDENTIALS_REJECTED, FAIL",
        "PERMISSION_DENIED, FAIL"
    })
    void aFailureThatMayHavePassedByThenIsNotFoundOutYet(Cause cause, Verdict ahead) {
        Finding failure = Finding.of("check", Stage.NETWORK, Verdict.FAIL, "h.example/a cannot be pushed")
                .because(cause);
        ImageReport now = new ImageReport(
                "h.example/a:1", null, null, null, null, null, null, "test", Verdict.FAIL, null, List.of(failure));

        assertThat(now.ahead().verdict()).isEqualTo(ahead);
        assertThat(now.ahead().checks().get(0).cause()).isEqualTo(cause);
    }
}
