package io.github.registrymaven.testkit.aws;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One line of a statement's {@code Condition}: an operator, a key, and the values of which one must fit. */
record Condition(String operator, String key, List<String> values) {
    private static final Set<String> KNOWN = Set.of(
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringLike",
            "StringNotLike",
            "ArnEquals",
            "ArnLike",
            "ArnNotEquals",
            "ArnNotLike",
            "Bool",
            "Null");
    private static final String IF_EXISTS = "IfExists";

    Condition {
        values = List.copyOf(values);
        if (!KNOWN.contains(plain(operator))) {
            // A condition that is not understood would make every answer a guess.
            throw new IllegalArgumentException("The testkit does not know the condition operator " + operator + ".");
        }
    }

    boolean holds(AccessRequest request) {
        String name = plain(operator);
        String actual = request.context(key);
        if (name.equals("Null")) {
            return values.contains(String.valueOf(actual == null));
        }
        boolean negated = name.contains("Not");
        if (actual == null) {
            // A key that is not there is unequal to everything.
            return negated || operator.endsWith(IF_EXISTS);
        }
        return values.stream().anyMatch(value -> fits(name, request.filled(value), actual)) != negated;
    }

    /** The key, where it had to be known and is not. */
    @Nullable
    String missing(AccessRequest request) {
        return request.context(key) == null && !operator.equals("Null") ? key : null;
    }

    private static boolean fits(String name, String value, String actual) {
        return switch (name) {
            case "StringLike", "StringNotLike", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike" ->
                Glob.matches(value, actual);
            case "StringEqualsIgnoreCase", "Bool" ->
                value.toLowerCase(Locale.ROOT).equals(actual.toLowerCase(Locale.ROOT));
            default -> value.equals(actual);
        };
    }

    private static String plain(String operator) {
        return operator.endsWith(IF_EXISTS) ? operator.substring(0, operator.length() - IF_EXISTS.length()) : operator;
    }
}
