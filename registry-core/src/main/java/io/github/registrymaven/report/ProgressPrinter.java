package io.github.registrymaven.report;

import io.github.registrymaven.push.PushProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Shows how far a push is: on a terminal one line that is written over and gone at the end, in a log a line now and then.
 * Thread-safe.
 */
public final class ProgressPrinter implements PushProgress, AutoCloseable {
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(100);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    /** A push that is done within a moment needs no report on its way. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Consumer<String> out;
    private final boolean terminal;
    private final Clock clock;
    private Instant last;
    private String target = "";
    private long quarter;
    private int width;

    private ProgressPrinter(Consumer<String> out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.last = clock.instant();
    }

    /**
     * For a terminal.
     *
     * @param out takes text as it is, carriage returns and no line ends
     */
    public static ProgressPrinter onTerminal(Consumer<String> out, Clock clock) {
        return new ProgressPrinter(out, true, clock);
    }

    /**
     * For a log: a line each ten seconds, and at each quarter.
     *
     * @param out takes lines without their ends
     */
    public static ProgressPrinter inLog(Consumer<String> out, Clock clock) {
        return new ProgressPrinter(out, false, clock);
    }

    @Override
    public synchronized void now(State state) {
        Instant time = clock.instant();
        Duration since = Duration.between(last, time);
        if (!state.target().equals(target)) {
            target = state.target();
            quarter = 0;
        }
        if (terminal && since.compareTo(BETWEEN_FRAMES) >= 0) {
            last = time;
            overwrite(ProgressLine.of(state));
        } else if (!terminal && isDue(state, since)) {
            last = time;
            out.accept(ProgressLine.of(state));
        }
    }

    private boolean isDue(State state, Duration since) {
        if (since.compareTo(MOMENT) < 0) {
            return false;
        }
        long reached = state.bytes() == 0 ? 0 : 4 * state.bytesDone() / state.bytes();
        boolean further = reached > quarter && reached < 4;
        if (further) {
            quarter = reached;
        }
        return further || since.compareTo(BETWEEN_LINES) >= 0;
    }

    private void overwrite(String line) {
        out.accept("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        width = line.length();
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (width > 0) {
            out.accept("\r" + " ".repeat(width) + "\r");
            width = 0;
        }
    }
}
