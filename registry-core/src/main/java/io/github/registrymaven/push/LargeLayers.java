package io.github.registrymaven.push;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.image.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The largest layers of an image, and the lines of its Dockerfile that made them: what to make smaller where an upload lasts
 * longer, or is larger, than what stands between here and the registry lets through.
 */
final class LargeLayers {
    private static final int MOST = 3;
    private static final long LARGE = 10 << 20;
    private static final Set<Cause> OF_SIZE = EnumSet.of(
            Cause.BLOB_UPLOAD_UNKNOWN,
            Cause.PAYLOAD_TOO_LARGE,
            Cause.CONNECTION_RESET,
            Cause.CONNECTION_TIMEOUT,
            Cause.DEADLINE_EXCEEDED);

    private LargeLayers() {}

    /** Tells of them beside a failure that may come of their size. */
    static PushFailure beside(PushFailure failure, List<Layer> layers) {
        if (!OF_SIZE.contains(failure.cause()) || layers.isEmpty()) {
            return failure;
        }
        List<Layer> largest = layers.stream()
                .sorted(Comparator.comparingLong(Layer::bytes).reversed())
                .limit(MOST)
                .toList();
        List<String> evidence = new ArrayList<>(failure.evidence());
        largest.forEach(layer -> evidence.add(layer.words(layers.size())));
        List<Remedy> remedies = new ArrayList<>(failure.remedies());
        Layer first = largest.get(0);
        if (first.bytes() >= LARGE) {
            remedies.add(smaller(first));
        }
        return new PushFailure(failure.cause(), failure.summary(), evidence, remedies);
    }

    private static Remedy smaller(Layer layer) {
        String line = layer.line();
        return new Remedy(
                "Make the largest layer smaller: " + advice(line),
                List.of(),
                line.isEmpty() ? List.of() : List.of(new Remedy.File("Dockerfile", line + "\n")));
    }

    private static String advice(String line) {
        if (line.startsWith("RUN") && line.matches("(?i).*\\b(?:apt|apt-get|yum|dnf|microdnf|apk|pip|pip3|npm)\\b.*")) {
            return "let the same line remove what the package manager keeps";
        }
        boolean copies = line.startsWith("COPY") || line.startsWith("ADD");
        if (copies && line.contains(".jar")) {
            return "copy the jar unpacked, its dependencies by a line of their own";
        }
        return copies
                ? "leave out what the image does not need (.dockerignore), and copy the rest by several lines"
                : "spread what it holds over several";
    }
}
