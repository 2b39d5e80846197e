package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions of texts. */
final class TextFunctions {
    private static final int LONGEST = 1_000_000;
    private static final Pattern VERB = Pattern.compile("%(%|s|d|v|q)");

    private TextFunctions() {}

    /** Null where it is none of these functions, or is given what it does not take. */
    static @Nullable Node call(String name, List<Node> arguments, Place at) {
        List<String> texts = new ArrayList<>();
        for (Node argument : arguments) {
            String text = argument.text();
            texts.add(text == null ? "" : text);
        }
        if (name.equals("join") && arguments.size() == 2) {
            return join(texts.get(0), arguments.get(1), at);
        }
        if (arguments.isEmpty() || arguments.stream().anyMatch(argument -> argument.text() == null)) {
            return null;
        }
        String first = texts.get(0);
        return switch (name + "/" + arguments.size()) {
            case "lower/1" -> text(first.toLowerCase(Locale.ROOT), at);
            case "upper/1" -> text(first.toUpperCase(Locale.ROOT), at);
            case "trimspace/1" -> text(first.strip(), at);
            case "chomp/1" -> text(first.replaceFirst("[\\r\\n]+$", ""), at);
            case "trimprefix/2" ->
                text(
                        first.startsWith(texts.get(1))
                                ? first.substring(texts.get(1).length())
                                : first,
                        at);
            case "trimsuffix/2" ->
                text(
                        first.endsWith(texts.get(1)) && !texts.get(1).isEmpty()
                                ? first.substring(
                                        0, first.length() - texts.get(1).length())
                                : first,
                        at);
            case "startswith/2" -> new Node.Flag(first.startsWith(texts.get(1)), at);
            case "endswith/2" -> new Node.Flag(first.endsWith(texts.get(1)), at);
            case "strcontains/2" -> new Node.Flag(first.contains(texts.get(1)), at);
            case "replace/3" -> replace(first, texts.get(1), texts.get(2), at);
            case "split/2" -> split(first, texts.get(1), at);
            case "tostring/1" -> text(first, at);
            default -> name.equals("format") ? format(texts, at) : null;
        };
    }

    private static Node text(String value, Place at) {
        return new Node.Text(value, at);
    }

    private static @Nullable Node join(String separator, Node list, Place at) {
        List<String> texts = new ArrayList<>();
        long length = 0;
        for (Node item : list.items()) {
            String text = item.text();
            if (text == null) {
                return item instanceof Node.Unknown unknown ? new Node.Unknown(unknown.reason(), at) : null;
            }
            texts.add(text);
            length += text.length() + separator.length();
        }
        return length > LONGEST ? null : text(String.join(separator, texts), at);
    }

    /** A search between slashes is a regular expression, in a dialect that is not Java's. */
    private static @Nullable Node replace(String text, String search, String by, Place at) {
        boolean expression = search.length() > 1 && search.startsWith("/") && search.endsWith("/");
        boolean grows = (long) text.length() * Math.max(1, by.length()) > LONGEST;
        return expression || grows || search.isEmpty() ? null : text(text.replace(search, by), at);
    }

    private static @Nullable Node split(String separator, String text, Place at) {
        if (separator.isEmpty()) {
            return null;
        }
        List<Node> parts = new ArrayList<>();
        for (String part : text.split(Pattern.quote(separator), -1)) {
            parts.add(text(part, at));
        }
        return new Node.Items(parts, at);
    }

    private static @Nullable Node format(List<String> texts, Place at) {
        Matcher verbs = VERB.matcher(texts.get(0));
        StringBuilder result = new StringBuilder();
        int next = 1;
        while (verbs.find()) {
            String verb = verbs.group(1);
            if (verb.equals("%")) {
                verbs.appendReplacement(result, "%");
            } else if (next < texts.size()) {
                String value = verb.equals("q") ? "\"" + texts.get(next) + "\"" : texts.get(next);
                verbs.appendReplacement(result, Matcher.quoteReplacement(value));
                next++;
            } else {
                return null;
            }
        }
        // A verb with width or precision is left as it is by the pattern, and then something is left over.
        return next == texts.size() ? text(verbs.appendTail(result).toString(), at) : null;
    }
}
