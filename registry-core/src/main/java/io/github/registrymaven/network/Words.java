package io.github.registrymaven.network;

import java.util.ArrayList;
import java.util.List;

/** What a server or the JDK said, as one plain line: no control characters, so it cannot paint over a console. */
final class Words {
    private static final int MOST = 300;

    private Words() {}

    /** The innermost words of an exception; the name of its class where it has none. */
    static String of(Throwable trouble) {
        String words = trouble.getClass().getSimpleName();
        for (Throwable each = trouble; each != null; each = each.getCause()) {
            if (each.getMessage() != null && !each.getMessage().isBlank()) {
                words = each.getMessage();
            }
        }
        return line(words);
    }

    /** Any text. */
    static String line(String text) {
        // Cf holds the marks that turn the direction of writing.
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return plain.length() > MOST ? plain.substring(0, MOST) : plain;
    }

    /** Whether an exception or one that it was caused by is of a kind. */
    static boolean has(Throwable trouble, Class<? extends Throwable> kind) {
        for (Throwable each = trouble; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    /** One line more. */
    static List<String> with(List<String> lines, String more) {
        List<String> all = new ArrayList<>(lines);
        all.add(more);
        return all;
    }
}
