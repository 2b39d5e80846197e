package io.github.registrymaven.report;

import io.github.registrymaven.push.PushProgress;
import java.time.Duration;

/** How far a push is, in one line of at most 100 columns. */
public final class ProgressLine {
    private static final int COLUMNS = 100;

    /** Before this a rate is a guess. */
    private static final Duration SOON = Duration.ofMillis(500);

    private ProgressLine() {}

    /** Layers, bytes, rate and time left; what cannot be told yet is left out. */
    public static String of(PushProgress.State state) {
        StringBuilder line = new StringBuilder();
        line.append(": ").append(state.layersDone()).append('/').append(state.layers());
        line.append(state.layers() == 1 ? " layer, " : " layers, ");
        line.append(Quantity.bytes(state.bytesDone())).append(" of ").append(Quantity.bytes(state.bytes()));
        if (state.bytesMoved() > 0 && state.elapsed().compareTo(SOON) >= 0) {
            double rate = state.bytesMoved() / (state.elapsed().toNanos() / 1e9);
            line.append(", ").append(Quantity.bytes((long) rate)).append("/s");
            long left = state.bytes() - state.bytesDone();
            if (left > 0) {
                Duration time = Duration.ofMillis((long) (left / rate * 1000));
                line.append(", ").append(Quantity.roughly(time)).append(" left");
            }
        }
        return "pushing " + shortened(state.target(), COLUMNS - "pushing ".length() - line.length()) + line;
    }

    /** The end of a name tells more than its beginning. */
    private static String shortened(String target, int room) {
        String name = Block.harmless(target);
        return name.length() <= room ? name : "..." + name.substring(name.length() - Math.max(0, room - 3));
    }
}
