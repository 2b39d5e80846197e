package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of ARM and Bicep that need nothing but their arguments. */
final class FormulaFunctions {
    private static final int LONGEST = 1_000_000;

    private FormulaFunctions() {}

    static Node call(String name, List<Node> arguments, Place at) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("and") || lower.equals("or")) {
            return logic(arguments, lower.equals("or"), at);
        }
        for (Node argument : arguments) {
            if (argument instanceof Node.Unknown unknown) {
                return new Node.Unknown(
                        unknown.reason(), Node.Clue.literal(unknown.clue().literal()), at);
            }
        }
        Node known = known(lower, arguments, at);
        return known == null ? Formula.unknown(name + "() is worked out only when it is deployed", at) : known;
    }

    private static @Nullable Node known(String name, List<Node> arguments, Place at) {
        if (name.equals("createarray")) {
            return new Node.Items(arguments, at);
        }
        if (name.equals("createobject")) {
            return object(arguments, at);
        }
        if (arguments.isEmpty()) {
            return null;
        }
        Node first = arguments.get(0);
        String text = first.text();
        return switch (name + "/" + (arguments.size() > 2 ? "n" : arguments.size())) {
            case "concat/1", "concat/2", "concat/n" -> concat(arguments, at);
            case "format/1", "format/2", "format/n" -> format(arguments, at);
            case "coalesce/1", "coalesce/2", "coalesce/n" ->
                arguments.stream()
                        .filter(argument -> !argument.isNothing())
                        .findFirst()
                        .orElse(null);
            case "tolower/1" -> text == null ? null : new Node.Text(text.toLowerCase(Locale.ROOT), at);
            case "toupper/1" -> text == null ? null : new Node.Text(text.toUpperCase(Locale.ROOT), at);
            case "trim/1" -> text == null ? null : new Node.Text(text.strip(), at);
            case "string/1" -> text == null ? null : new Node.Text(text, at);
            case "int/1", "bool/1", "json/1" -> text == null || text.startsWith("{") ? null : first;
            case "replace/n" -> replace(arguments, at);
            case "base64/1" ->
                text == null
                        ? null
                        : new Node.Text(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)), at);
            case "not/1" -> not(first, at);
            case "equals/2" -> equal(first, arguments.get(1), at);
            case "empty/1" -> new Node.Flag(first.items().isEmpty() || "".equals(text), at);
            case "length/1" ->
                first instanceof Node.Items list ? Formula.number(list.items().size(), at) : null;
            default -> null;
        };
    }

    private static @Nullable Node object(List<Node> pairs, Place at) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            String key = pairs.get(i).text();
            if (key == null) {
                return null;
            }
            fields.put(key, pairs.get(i + 1));
        }
        return new Node.Fields(fields, at);
    }

    private static @Nullable Node concat(List<Node> parts, Place at) {
        List<Node> items = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node part : parts) {
            if (part instanceof Node.Items list) {
                items.addAll(list.items());
            } else if (part.text() == null || text.length() > LONGEST) {
                return null;
            } else {
                text.append(part.text());
            }
        }
        return parts.get(0) instanceof Node.Items ? new Node.Items(items, at) : new Node.Text(text.toString(), at);
    }

    /** <code>{0}</code> and so on; whatever more .NET can is not worked out. */
    private static @Nullable Node format(List<Node> arguments, Place at) {
        String text = arguments.get(0).text();
        if (text == null) {
            return null;
        }
        for (int i = 1; i < arguments.size(); i++) {
            String value = arguments.get(i).text();
            if (value == null || (long) text.length() * Math.max(1, value.length()) > LONGEST || value.contains("{")) {
                return null;
            }
            text = text.replace("{" + (i - 1) + "}", value);
        }
        return text.contains("{") ? null : new Node.Text(text, at);
    }

    private static @Nullable Node replace(List<Node> arguments, Place at) {
        String text = arguments.get(0).text();
        String old = arguments.get(1).text();
        String by = arguments.get(2).text();
        if (text == null || old == null || by == null || old.isEmpty()) {
            return null;
        }
        boolean fits = (long) text.length() * Math.max(1, by.length()) < LONGEST;
        return fits ? new Node.Text(text.replace(old, by), at) : null;
    }

    /** {@code decisive} anywhere decides, whatever is unknown beside it. */
    static Node logic(List<Node> parts, boolean decisive, Place at) {
        Node.Unknown missing = null;
        for (Node part : parts) {
            Boolean flag = part.flag();
            if (flag != null && flag == decisive) {
                return new Node.Flag(decisive, at);
            }
            if (flag == null) {
                missing = part instanceof Node.Unknown unknown
                        ? new Node.Unknown(unknown.reason(), at)
                        : new Node.Unknown("a condition is no boolean", at);
            }
        }
        return missing == null ? new Node.Flag(!decisive, at) : missing;
    }

    static Node not(Node value, Place at) {
        Boolean flag = value.flag();
        return flag == null ? Formula.unknown("a condition is not known", at) : new Node.Flag(!flag, at);
    }

    static Node equal(Node left, Node right, Place at) {
        String one = left.text();
        String other = right.text();
        return one == null || other == null
                ? Formula.unknown("a comparison is not worked out here", at)
                : new Node.Flag(one.equals(other), at);
    }
}
