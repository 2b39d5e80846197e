package io.github.registrymaven.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a text is not read. Quotes nothing of it. */
public final class JsonProblem extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

    private final Kind kind;
    private final String place;

    private JsonProblem(Kind kind, String place) {
        super(kind + place);
        this.kind = kind;
        this.place = place;
    }

    /** What is wrong. */
    public enum Kind {
        MALFORMED,
        TOO_DEEP,
        TOO_MANY
    }

    static JsonProblem tooMany() {
        return new JsonProblem(Kind.TOO_MANY, "");
    }

    /** What Gson complains of, which says more than is to be shown. */
    static JsonProblem in(String complaint) {
        if (complaint.contains("Nesting limit")) {
            return new JsonProblem(Kind.TOO_DEEP, "");
        }
        Matcher found = PLACE.matcher(complaint);
        return new JsonProblem(
                Kind.MALFORMED, found.find() ? " (line " + found.group(1) + ", column " + found.group(2) + ")" : "");
    }

    public Kind kind() {
        return kind;
    }

    /** Such as {@code (line 3, column 5)} with a blank before it; empty where it is not known. */
    public String place() {
        return place;
    }
}
