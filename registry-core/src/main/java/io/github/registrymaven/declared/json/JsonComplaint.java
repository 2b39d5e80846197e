package io.github.registrymaven.declared.json;

import java.io.EOFException;

/** What Gson expected, in words for whoever wrote the file: its own speak of its API. */
final class JsonComplaint {
    private JsonComplaint() {}

    static String about(Exception broken) {
        String message = String.valueOf(broken.getMessage());
        if (broken instanceof EOFException || message.startsWith("End of input")) {
            return "expected more JSON, but the file ends here";
        }
        if (message.startsWith("Unterminated object")) {
            return "expected ',' or '}' in the JSON object";
        }
        if (message.startsWith("Unterminated array")) {
            return "expected ',' or ']' in the JSON list";
        }
        if (message.startsWith("Unterminated string")) {
            return "expected the closing '\"' of a JSON string";
        }
        if (message.startsWith("Unterminated comment")) {
            return "expected the end of the comment";
        }
        if (message.startsWith("Expected ':'")) {
            return "expected ':' after the name in a JSON object";
        }
        if (message.startsWith("Expected name")) {
            return "expected a name in quotes in the JSON object";
        }
        if (message.contains("Nesting limit")) {
            return "is nested deeper than 255 levels";
        }
        if (message.contains("escape")) {
            return "expected a JSON escape, such as \\n or \\\\";
        }
        return "expected a JSON value";
    }
}
