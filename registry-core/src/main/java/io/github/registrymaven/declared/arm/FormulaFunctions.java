package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.json.JsonTree;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
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
                boolean joined = lower.equals("concat") || lower.equals("uri");
                String literal = joined ? literal(arguments) : unknown.clue().literal();
                return new Node.Unknown(unknown.reason(), Node.Clue.literal(literal), at);
            }
        }
        Node known = known(lower, arguments, at);
        return known == null ? Formula.unknown(name + "() is worked out only when it is deployed", at) : known;
    }

    /** What is known of a text that is put together. */
    private static String literal(List<Node> parts) {
        StringBuilder literal = new StringBuilder();
        for (Node part : parts) {
            String text = part instanceof Node.Unknown unknown ? unknown.clue().literal() : part.text();
            literal.append(text == null || text.isEmpty() || literal.length() > LONGEST ? Node.Clue.GAP : text);
        }
        return literal.toString();
    }

    private static @Nullable Node known(String name, List<Node> arguments, Place at) {
        if (name.equals("createarray")) {
            return new Node.Items(arguments, at);
        }
        if (name.equals("createobject")) {
            return object(arguments, at);
        }
        if (arguments.isEmpty()) {
            return switch (name) {
                case "true", "false" -> new Node.Flag(name.equals("true"), at);
                case "null" -> new Node.Nothing(at);
                default -> null;
            };
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
            case "int/1", "bool/1" -> text == null ? null : first;
            case "json/1" -> text == null ? null : json(text, at);
            case "replace/n" -> replace(arguments, at);
            case "base64/1" ->
                text == null
                        ? null
                        : new Node.Text(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)), at);
            case "not/1" -> not(first, at);
            case "equals/2" -> equal(first, arguments.get(1), at);
            case "empty/1" -> new Node.Flag(size(first) == 0, at);
            case "length/1" -> first.isNothing() ? null : Formula.number(size(first), at);
            case "tryget/2" -> member(first, arguments.get(1), at);
            case "less/2" -> ordered(first, "<", arguments.get(1), at);
            case "lessorequals/2" -> ordered(first, "<=", arguments.get(1), at);
            case "greater/2" -> ordered(first, ">", arguments.get(1), at);
            case "greaterorequals/2" -> ordered(first, ">=", arguments.get(1), at);
            default -> null;
        };
    }

    private static int size(Node of) {
        if (of instanceof Node.Fields object) {
            return object.fields().size();
        }
        String text = of.text();
        return text == null ? of.items().size() : text.length();
    }

    /** A field or an item, or nothing where there is none. */
    private static @Nullable Node member(Node of, Node name, Place at) {
        String key = name.text();
        if (key == null || of.isNothing()) {
            return key == null ? null : of;
        }
        if (of instanceof Node.Items list) {
            boolean inside = key.matches("\\d{1,6}")
                    && Integer.parseInt(key) < list.items().size();
            return inside ? list.items().get(Integer.parseInt(key)) : new Node.Nothing(at);
        }
        return of.get(key);
    }

    /** Null where the text is no JSON: then it is not deployed either. */
    private static @Nullable Node json(String text, Place at) {
        try {
            return JsonTree.read(text, at.file(), true).gatheredAt(at);
        } catch (Unreadable broken) {
            return null;
        }
    }

    static Node ordered(Node left, String operator, Node right, Place at) {
        if (!(left instanceof Node.Numeral one) || !(right instanceof Node.Numeral other)) {
            return incomparable(left, right, at);
        }
        int order = one.value().compareTo(other.value());
        boolean holds = switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
        return new Node.Flag(holds, at);
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
        boolean unknown = left instanceof Node.Unknown || right instanceof Node.Unknown;
        if (!unknown && (left.isNothing() || right.isNothing())) {
            return new Node.Flag(left.isNothing() && right.isNothing(), at);
        }
        String one = left.text();
        String other = right.text();
        return one == null || other == null ? incomparable(left, right, at) : new Node.Flag(one.equals(other), at);
    }

    private static Node incomparable(Node left, Node right, Place at) {
        Node missing = left instanceof Node.Unknown ? left : right;
        return Formula.unknown(
                missing instanceof Node.Unknown unknown ? unknown.reason() : "a comparison is not worked out here", at);
    }
}
