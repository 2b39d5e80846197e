package io.github.registrymaven.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
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

class SecondTryTest {
    private static final HttpCall CALL = new HttpCall("GET", Answers.HERE, Map.of(), null, null);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final List<Duration> waits = new ArrayList<>();

    private HttpOutcome send(Duration deadline, HttpAnswer... answers) throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(answers);
        return new SecondTry(http, Deadline.in(deadline), CLOCK, waits::add).send(CALL);
    }

    private static int status(HttpOutcome outcome) {
        return ((HttpAnswer) outcome).status();
    }

    @Test
    void takesAGoodAnswerAtOnce() throws InterruptedException {
        assertThat(status(send(Duration.ofSeconds(60), Answers.of(200, "")))).isEqualTo(200);
        assertThat(waits).isEmpty();
    }

    @Test
    void waitsAsLongAsTheRegistryAsks() throws InterruptedException {
        HttpAnswer notNow = Answers.of(429, Map.of("Retry-After", "7"), "");

        assertThat(status(send(Duration.ofSeconds(60), notNow, Answers.of(200, ""))))
                .isEqualTo(200);
        assertThat(waits).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void understandsADate() throws InterruptedException {
        HttpAnswer notNow = Answers.of(503, Map.of("Retry-After", "Thu, 01 Jan 2026 00:00:05 GMT"), "");

        assertThat(status(send(Duration.ofSeconds(60), notNow, Answers.of(200, ""))))
                .isEqualTo(200);
        assertThat(waits).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void triesNoThirdTimeWhereItIsTooMuch() throws InterruptedException {
        assertThat(status(send(Duration.ofSeconds(60), Answers.of(429, "a"), Answers.of(429, "b"))))
                .isEqualTo(429);
        assertThat(waits).hasSize(1);
    }

    @Test
    void looksThreeTimesMoreForAServerThatIsBeingStarted() throws InterruptedException {
        HttpAnswer[] broken = {
            Answers.of(502, ""), Answers.of(503, ""), Answers.of(503, ""), Answers.of(500, ""), Answers.of(200, "")
        };

        assertThat(status(send(Duration.ofSeconds(60), broken))).isEqualTo(500);
        assertThat(waits).containsExactly(Duration.ofMillis(500), Duration.ofMillis(1500), Duration.ofSeconds(3));
    }

    @Test
    void looksNoLongerThanSomeSecondsWhateverTheServerAsks() throws InterruptedException {
        HttpAnswer later = Answers.of(503, Map.of("Retry-After", "4"), "");

        assertThat(status(send(Duration.ofSeconds(60), later, later, Answers.of(200, ""))))
                .isEqualTo(503);
        assertThat(waits).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void readsAgainWhereTheConnectionWasResetAndOpensNoUploadAgain() throws InterruptedException {
        NetworkFault reset = new NetworkFault(Cause.CONNECTION_RESET, "here", "it was reset", List.of());
        HttpCall opening = new HttpCall("POST", Answers.HERE, Map.of(), null, null);

        assertThat(status(new SecondTry(
                                new ScriptedHttp(reset, Answers.of(200, "")),
                                Deadline.in(Duration.ofSeconds(9)),
                                CLOCK,
                                waits::add)
                        .send(CALL)))
                .isEqualTo(200);
        assertThat(new SecondTry(new ScriptedHttp(reset), Deadline.in(Duration.ofSeconds(9)), CLOCK, waits::add)
                        .send(opening))
                .isEqualTo(reset);
    }

    @Test
    void doesNotWaitLongerThanTheDeadline() throws InterruptedException {
        HttpAnswer notNow = Answers.of(429, Map.of("Retry-After", "3600"), "");

        assertThat(status(send(Duration.ofSeconds(60), notNow))).isEqualTo(429);
        assertThat(waits).isEmpty();
    }

    @Test
    void doesNotRepeatARefusal() throws InterruptedException {
        assertThat(status(send(Duration.ofSeconds(60), Answers.of(403, "")))).isEqualTo(403);
    }
}
