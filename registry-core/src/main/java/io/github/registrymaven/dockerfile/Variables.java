package io.github.registrymaven.dockerfile;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code ARG} has set so far, as far as it is known before the build. Not thread-safe. */
final class Variables {
    private static final int LONGEST = 10_000;

    private final Map<String, String> known = new HashMap<>();

    /** {@code ARG NAME=default}: what the build is given instead is not known here. */
    void declare(Instruction arg) {
        for (String word : arg.words()) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                set(word.substring(0, equals), word.substring(equals + 1));
            }
        }
    }

    private void set(String name, String written) {
        String value = fill(written);
        if (value == null) {
            known.remove(name);
        } else {
            known.put(name, value);
        }
    }

    /** The text with all its variables filled in; null where one is not known. */
    @Nullable
    String fill(String text) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            if (here != '$' || at + 1 == text.length()) {
                filled.append(here);
                at++;
            } else {
                int end = end(text, at);
                String value = end < 0 ? null : value(text.substring(at, end));
                if (value == null || filled.length() + value.length() > LONGEST) {
                    return null;
                }
                filled.append(value);
                at = end;
            }
        }
        return filled.toString();
    }

    /** Where a variable that begins here ends; negative where it does not. */
    private static int end(String text, int from) {
        if (text.charAt(from + 1) == '{') {
            int brace = text.indexOf('}', from);
            return brace < 0 ? -1 : brace + 1;
        }
        int end = from + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end == from + 1 ? -1 : end;
    }

    /** {@code $NAME}, {@code ${NAME}}, {@code ${NAME:-default}} and {@code ${NAME-default}}; of other forms nothing is known. */
    private @Nullable String value(String variable) {
        String inside =
                variable.startsWith("${") ? variable.substring(2, variable.length() - 1) : variable.substring(1);
        int dash = inside.indexOf('-');
        String name = dash < 0 ? inside : inside.substring(0, dash).replaceFirst(":$", "");
        String value = known.get(name);
        boolean unset = value == null || (value.isEmpty() && inside.startsWith(":-", name.length()));
        return dash >= 0 && unset ? inside.substring(dash + 1) : value;
    }
}
