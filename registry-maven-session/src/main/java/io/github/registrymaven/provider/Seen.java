package io.github.registrymaven.provider;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was seen when something failed: its own words and those of its causes, each once, shortened where they run on. */
final class Seen {
    private static final int MOST_LINES = 4;
    private static final int MOST_CHARACTERS = 400;

    private Seen() {}

    static List<String> of(@Nullable Throwable thrown) {
        List<String> lines = new ArrayList<>();
        Throwable one = thrown;
        while (one != null && lines.size() < MOST_LINES) {
            String line = line(one);
            if (lines.stream().noneMatch(told -> told.contains(line))) {
                lines.add(line);
            }
            one = one.getCause();
        }
        return lines;
    }

    private static String line(Throwable thrown) {
        String message = thrown.getMessage();
        String text = message == null ? thrown.getClass().getName() : message;
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}
