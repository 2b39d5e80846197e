package io.github.registrymaven.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final List<Duration> waits = new ArrayList<>();

    private Retries retries(double jitter) {
        return new Retries(CLOCK, waits::add, () -> jitter);
    }

    private static HttpOutcome fault(Cause cause) {
        return new NetworkFault(cause, "here", "it happened", List.of());
    }

    @Test
    void waitsTwiceAsLongEachTimeAndThenGivesUp() throws InterruptedException {
        Retries retries = retries(0);
        int tries = 1;
        while (retries.again(fault(Cause.CONNECTION_RESET), tries)) {
            tries++;
        }

        assertThat(waits)
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void spreadsTheWaitsOfThoseWhoFailedTogether() throws InterruptedException {
        assertThat(retries(1).again(fault(Cause.CONNECTION_RESET), 1)).isTrue();

        assertThat(waits).containsExactly(Duration.ofMillis(750));
    }

    @Test
    void repeatsNoRefusalAndNoFaultThatStays() throws InterruptedException {
        Retries retries = retries(0);
        for (int status : new int[] {200, 202, 400, 401, 403, 404, 405, 413, 416, 501, 507}) {
            assertThat(retries.again(Answers.of(status, ""), 1))
                    .as("%d", status)
                    .isFalse();
        }
        for (Cause cause :
                List.of(Cause.TLS_UNTRUSTED_CERTIFICATE, Cause.REGISTRY_UNREACHABLE_DNS, Cause.PROXY_FAILURE)) {
            assertThat(retries.again(fault(cause), 1)).as("%s", cause).isFalse();
        }
    }

    @Test
    void waitsAsLongAsItIsAskedToButNotForMinutes() throws InterruptedException {
        Retries retries = retries(0);

        assertThat(retries.again(Answers.of(429, Map.of("Retry-After", "60"), ""), 1))
                .isTrue();
        assertThat(retries.again(Answers.of(503, Map.of("Retry-After", "61"), ""), 1))
                .isFalse();
        assertThat(waits).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void waitsNoLongerThanFiveMinutesInAll() throws InterruptedException {
        Retries retries = retries(0);
        int granted = 0;
        while (granted < 100 && retries.again(Answers.of(429, Map.of("Retry-After", "60"), ""), 1)) {
            granted++;
        }

        assertThat(granted).isEqualTo(5);
    }
}
