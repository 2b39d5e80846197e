package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.push.PushProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long MB = 1_000_000;

    private final List<String> printed = new ArrayList<>();
    private final Hands clock = new Hands();

    /** A clock that a test moves. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void move(long millis) {
            now = now.plusMillis(millis);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static PushProgress.State state(String target, long done, long bytes, long moved, long millis) {
        return new PushProgress.State(target, 3, 5, done, bytes, moved, Duration.ofMillis(millis));
    }

    @Test
    void tellsLayersBytesRateAndTimeLeft() {
        assertThat(ProgressLine.of(state("localhost:5000/team/app", 512 * MB, 1_024 * MB, 400 * MB, 2_000)))
                .isEqualTo("pushing localhost:5000/team/app: 3/5 layers, 512.0 MB of 1.0 GB, 200.0 MB/s, 2 s left");
    }

    @Test
    void leavesOutWhatCannotBeToldYet() {
        assertThat(ProgressLine.of(state("localhost:5000/team/app", 0, 999, 0, 10)))
                .isEqualTo("pushing localhost:5000/team/app: 3/5 layers, 0 B of 999 B");
        assertThat(ProgressLine.of(new PushProgress.State("h/a", 1, 1, MB, MB, MB, Duration.ofSeconds(1))))
                .isEqualTo("pushing h/a: 1/1 layer, 1.0 MB of 1.0 MB, 1.0 MB/s");
    }

    @Test
    void tellsLongTimesInMinutesAndHours() {
        assertThat(ProgressLine.of(state("h/a", MB, 126 * MB, MB, 1_000))).endsWith("2 min 5 s left");
        assertThat(ProgressLine.of(state("h/a", MB, 3_781 * MB, MB, 1_000))).endsWith("1 h 3 min left");
    }

    @Test
    void staysWithinAHundredColumns() {
        String line = ProgressLine.of(state(
                "123456789012.dkr.ecr.eu-central-1.amazonaws.com/" + "x/".repeat(60) + "app",
                9_999_999 * MB,
                99_999_999 * MB,
                999_999 * MB,
                5_000));

        assertThat(line).hasSizeLessThanOrEqualTo(100).contains("...").contains("x/app: 3/5");
    }

    @Test
    void rewritesOneLineOnATerminalAndTakesItAway() {
        try (ProgressPrinter printer = ProgressPrinter.onTerminal(printed::add, clock)) {
            printer.now(state("h/a", 0, 100, 0, 10));
            clock.move(100);
            printer.now(state("h/a", 100_000, 900_000, 0, 110));
            clock.move(50);
            printer.now(state("h/a", 200_000, 900_000, 0, 160));
            clock.move(50);
            printer.now(state("h/a", 1, 9, 0, 210));
        }

        assertThat(printed)
                .containsExactly(
                        "\rpushing h/a: 3/5 layers, 100.0 kB of 900.0 kB",
                        "\rpushing h/a: 3/5 layers, 1 B of 9 B" + " ".repeat(10),
                        "\r" + " ".repeat(35) + "\r");
    }

    @Test
    void logsAtEachQuarterAndEachTenSeconds() {
        ProgressPrinter printer = ProgressPrinter.inLog(printed::add, clock);
        for (int step = 0; step <= 100; step++) {
            clock.move(300);
            printer.now(state("h/a", step, 100, 0, 0));
        }

        assertThat(printed)
                .containsExactly(
                        "pushing h/a: 3/5 layers, 25 B of 100 B",
                        "pushing h/a: 3/5 layers, 50 B of 100 B",
                        "pushing h/a: 3/5 layers, 75 B of 100 B");

        clock.move(10_000);
        printer.now(state("h/a", 99, 100, 0, 0));
        assertThat(printed).hasSize(4);
    }

    @Test
    void logsNothingOfAPushThatIsDoneWithinAMoment() {
        ProgressPrinter printer = ProgressPrinter.inLog(printed::add, clock);
        for (int step = 0; step <= 100; step++) {
            clock.move(5);
            printer.now(state("h/a", step, 100, 0, 0));
        }
        printer.close();

        assertThat(printed).isEmpty();
    }
}
