package io.github.registrymaven.blueprint;

import java.util.Collection;
import java.util.Locale;

/** Pieces of JSON for documents that people read: laid out by hand, as they would write them. */
final class JsonText {
    private JsonText() {}

    /** A text between quotes, whatever is in it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                quoted.append('\\').append((char) unit);
            } else if (unit < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", unit));
            } else {
                quoted.append((char) unit);
            }
        });
        return quoted.append('"').toString();
    }

    /** Several texts in one line. */
    static String list(Collection<String> texts) {
        return "[" + String.join(", ", texts.stream().map(JsonText::quoted).toList()) + "]";
    }
}
