package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When the other side of an upload has had its time. */
final class ProgressTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicLong now = new AtomicLong(1000);
    private final Progress progress = new Progress(PATIENCE, now::get);

    private void passes(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private Duration left() {
        return Duration.ofNanos(progress.nanosLeft());
    }

    @Test
    void aConnectionThatIsNotMadeIsOwedFromTheBeginning() {
        passes(4);
        assertThat(left()).isEqualTo(Duration.ofSeconds(6));
        passes(7);
        assertThat(left()).isZero();
    }

    @Test
    void aSlowSourceIsNobodysFault() {
        progress.read();
        passes(1000);

        assertThat(left()).isEqualTo(PATIENCE);
    }

    @Test
    void eachPieceHasItsOwnTime() {
        progress.give();
        passes(9);
        progress.taken(100);
        progress.read();
        progress.give();
        passes(9);

        assertThat(left()).isEqualTo(Duration.ofSeconds(1));
        assertThat(progress.sent()).isEqualTo(100);
        assertThat(progress.isLastGiven()).isFalse();
    }

    @Test
    void theAnswerToALargeBodyMayTakeLonger() {
        progress.giveLast();
        progress.taken(400 << 20);
        progress.end();

        assertThat(progress.isLastGiven()).isTrue();
        assertThat(left()).isEqualTo(PATIENCE.plusSeconds(100));
    }
}
