package io.github.registrymaven.credential;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import io.github.registrymaven.json.JsonElements;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON as docker does: no comments, no single quotes; of a key that comes twice the last counts; what follows the
 * first value is not looked at. Nesting deeper than Gson's limit (255) is malformed.
 */
final class StrictJson {
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

    private StrictJson() {}

    sealed interface Parsed {}

    record Value(JsonElement element) implements Parsed {
        /** Says nothing of the content, which may be a credential. */
        @Override
        public String toString() {
            return "(json)";
        }
    }

    /**
     * The text is not JSON.
     *
     * @param place such as {@code (line 3, column 5)} with a blank before it, or empty
     */
    record Malformed(String place) implements Parsed {}

    static Parsed parse(String text) {
        try {
            return new Value(JsonElements.parse(text, Strictness.STRICT));
        } catch (JsonParseException e) {
            // Only the place is taken from the message: the rest could quote a password.
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            return new Malformed(place.find() ? " (line " + place.group(1) + ", column " + place.group(2) + ")" : "");
        }
    }
}
