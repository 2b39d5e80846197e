package io.github.registrymaven.oci;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.registrymaven.json.JsonElements;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.ServerWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a registry or token service says went wrong: the {@code errors} of the distribution spec ("Error Codes"), or
 * what token services send instead ({@code details}, {@code error_description}, {@code message}).
 *
 * @param entries code and message of each error; empty where the body holds none
 * @param html whether the body is a page for people: then something else than a registry answered
 */
public record OciErrors(List<Entry> entries, boolean html) {
    private static final String NO_SPACE = "no space left on device";
    private static final String ENOSPC = "28";
    private static final int MOST_ENTRIES = 5;
    private static final int MOST_CHARACTERS = 600;

    public OciErrors {
        entries = List.copyOf(entries);
    }

    /** One error: the code may be empty. */
    public record Entry(String code, String message) {
        @Override
        public String toString() {
            return code.isEmpty() ? message : message.isEmpty() ? code : code + ": " + message;
        }
    }

    /** Reads the body of an answer. Never fails: a body without errors has none. */
    public static OciErrors of(HttpAnswer answer) {
        String text = answer.text().strip();
        JsonObject body = JsonElements.object(text);
        if (body == null) {
            return new OciErrors(List.of(), looksLikeHtml(answer, text));
        }
        List<Entry> entries = new ArrayList<>();
        JsonArray errors = Json.array(body, "errors");
        if (errors != null) {
            for (JsonElement error : errors) {
                if (error instanceof JsonObject object && entries.size() < MOST_ENTRIES) {
                    entries.add(entry(object, "code", "message"));
                }
            }
        } else if (body.has("error") || body.has("error_description")) {
            entries.add(entry(body, "error", "error_description"));
        } else if (body.has("details") || body.has("message")) {
            entries.add(entry(body, "code", body.has("details") ? "details" : "message"));
        }
        entries.removeIf(entry -> entry.code().isEmpty() && entry.message().isEmpty());
        return new OciErrors(entries, false);
    }

    public boolean hasCode(String code) {
        return entries.stream().anyMatch(entry -> entry.code().equalsIgnoreCase(code));
    }

    /** Whether any message holds one of the words, in whatever case. */
    public boolean says(String... words) {
        String all = entries.toString().toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (all.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the registry has no room to write to. */
    public boolean saysThatItsDiskIsFull() {
        return says(NO_SPACE);
    }

    private static Entry entry(JsonObject object, String code, String message) {
        String said = Json.string(object, message);
        String named = Json.string(object, code);
        String detail = "UNKNOWN".equals(named) ? fullDisk(object.get("detail")) : null;
        String all = detail == null ? said : said == null ? detail : said + ": " + detail;
        return new Entry(named == null ? "" : plain(named), all == null ? "" : plain(all));
    }

    /**
     * Docker-registry calls whatever goes wrong with its storage unknown, and says in the detail what it was: as a text, alone or
     * within an object, or as the number of the operating system's error (2.8, Go's {@code PathError} as JSON). Null where it is
     * something else.
     */
    private static @Nullable String fullDisk(@Nullable JsonElement detail) {
        if (detail instanceof JsonObject object) {
            return object.get("Enclosed") instanceof JsonObject error
                            && error.get("Err") instanceof JsonPrimitive number
                            && number.getAsString().equals(ENOSPC)
                    ? Json.string(error, "Op") + " " + Json.string(error, "Path") + ": " + NO_SPACE
                    : fullDisk(object.get("detail"));
        }
        return detail instanceof JsonPrimitive text && text.getAsString().contains(NO_SPACE)
                ? text.getAsString()
                : null;
    }

    /** A server's words as one line of plain text: no control characters, not without end. */
    static String plain(String text) {
        return ServerWords.line(text, MOST_CHARACTERS);
    }

    private static boolean looksLikeHtml(HttpAnswer answer, String text) {
        String type = answer.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || text.startsWith("<");
    }
}
