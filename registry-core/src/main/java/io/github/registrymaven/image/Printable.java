package io.github.registrymaven.image;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names from an archive, made fit for a message: whoever wrote the archive must not write to a terminal. */
final class Printable {
    private static final int MOST = 120;
    private static final int MOST_NAMES = 10;

    private Printable() {}

    /** Some names as part of a sentence, each fit for a message; of many the first. */
    static String list(Collection<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ", "", ", ..."));
    }

    static String of(String name) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            if (shown.length() == MOST) {
                return shown + "...";
            }
            char one = name.charAt(at);
            shown.append(one >= ' ' && one <= '~' ? one : '?');
        }
        return shown.toString();
    }
}
