package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.math.BigDecimal;
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
        if (name.equals("join") && arguments.size() > 1) {
            return join(texts.get(0), arguments.subList(1, arguments.size()), at);
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
            case "trim/2" -> text(trimmed(first, texts.get(1)), at);
            case "title/1" -> isPlain(first) ? text(title(first), at) : null;
            case "substr/3" -> isPlain(first) ? part(first, arguments.get(1), arguments.get(2), at) : null;
            case "basename/1" ->
                first.isEmpty() || first.endsWith("/") ? null : text(first.substring(first.lastIndexOf('/') + 1), at);
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

    private static @Nullable Node join(String separator, List<Node> lists, Place at) {
        List<Node> items = new ArrayList<>();
        for (Node list : lists) {
            if (!(list instanceof Node.Items)) {
                return null;
            }
            items.addAll(list.items());
        }
        List<String> texts = new ArrayList<>();
        long length = 0;
        for (Node item : items) {
            String text = item.text();
            if (text == null) {
                return item instanceof Node.Unknown unknown ? new Node.Unknown(unknown.reason(), at) : null;
            }
            texts.add(text);
            length += text.length() + separator.length();
        }
        return length > LONGEST ? null : text(String.join(separator, texts), at);
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String trimmed(String text, String characters) {
        int start = 0;
        int end = text.length();
        while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String title(String text) {
        StringBuilder title = new StringBuilder();
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean within = Character.isLetterOrDigit(before) || before == '_';
            title.append(within ? c : Character.toUpperCase(c));
            before = c;
        }
        return title.toString();
    }

    /** From a position, which counts from the end where it is below zero, and a length of -1 is all that follows. */
    private static @Nullable Node part(String text, Node from, Node length, Place at) {
        BigDecimal offset = Operators.number(from);
        BigDecimal most = Operators.number(length);
        if (offset == null || most == null || offset.abs().max(most.abs()).compareTo(BigDecimal.valueOf(LONGEST)) > 0) {
            return null;
        }
        int start = offset.intValue() < 0 ? text.length() + offset.intValue() : offset.intValue();
        if (start < 0 || start > text.length()) {
            return null;
        }
        int end = most.intValue() < 0 ? text.length() : Math.min(text.length(), start + most.intValue());
        return text(text.substring(start, end), at);
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

    static @Nullable Node format(List<String> texts, Place at) {
        Matcher verbs = VERB.matcher(texts.get(0));
        StringBuilder result = new StringBuilder();
        int next = 1;
        while (verbs.find()) {
            String verb = verbs.group(1);
            if (verb.equals("%")) {
                verbs.appendReplacement(result, "%");
            } else if (next < texts.size()
                    && (!verb.equals("d") || texts.get(next).matches("-?\\d+"))) {
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
