package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Functions of lists and mappings. */
final class CollectionFunctions {
    private CollectionFunctions() {}

    /** Null where it is none of these functions, or is given what it does not take. */
    static @Nullable Node call(String name, List<Node> arguments, Place at) {
        if (name.equals("merge")) {
            return merged(arguments, at);
        }
        if (name.equals("coalesce") || name.equals("coalescelist")) {
            return firstThatIsSomething(name, arguments, at);
        }
        if (name.equals("concat")) {
            return concat(arguments, at);
        }
        if (arguments.isEmpty()) {
            return null;
        }
        Node first = arguments.get(0);
        return switch (name + "/" + arguments.size()) {
            case "length/1" -> length(first, at);
            case "keys/1" -> keys(first, at);
            case "values/1" ->
                first instanceof Node.Fields object
                        ? new Node.Items(new ArrayList<>(new TreeMap<>(object.fields()).values()), at)
                        : null;
            case "lookup/2", "lookup/3" -> lookup(first, arguments, at);
            case "element/2" -> element(first, arguments.get(1), at);
            case "one/1" -> one(first, at);
            case "zipmap/2" -> zip(first, arguments.get(1), at);
            case "flatten/1" ->
                first instanceof Node.Items ? new Node.Items(flat(first, new ArrayList<>(), 0), at) : invalid(name, at);
            case "compact/1" -> compact(first, at);
            case "toset/1" -> first instanceof Node.Items ? set(first.items(), at) : invalid(name, at);
            case "tolist/1" -> first instanceof Node.Items list ? new Node.Items(list.items(), at) : invalid(name, at);
            case "tomap/1" -> first instanceof Node.Fields ? first : null;
            case "tonumber/1", "tobool/1", "tostring/1" -> converted(name, first, at);
            case "sensitive/1", "nonsensitive/1", "ephemeralasnull/1" -> first;
            default -> null;
        };
    }

    private static Node converted(String name, Node value, Place at) {
        if (value.isNothing()) {
            return value;
        }
        BigDecimal number = Operators.number(value);
        Boolean flag = value.flag();
        if (name.equals("tonumber") && number != null) {
            return new Node.Numeral(number, at);
        }
        return name.equals("tobool") && flag != null ? new Node.Flag(flag, at) : invalid(name, at);
    }

    private static @Nullable Node merged(List<Node> objects, Place at) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (Node object : objects) {
            if (object instanceof Node.Fields some) {
                fields.putAll(some.fields());
            } else if (!object.isNothing()) {
                return null;
            }
        }
        return new Node.Fields(fields, at);
    }

    /** {@code coalesce} takes an empty list for something. */
    private static Node firstThatIsSomething(String name, List<Node> arguments, Place at) {
        for (Node argument : arguments) {
            boolean empty = argument.isNothing()
                    || "".equals(argument.text())
                    || (name.equals("coalescelist") && argument.items().isEmpty());
            if (!empty) {
                return argument;
            }
        }
        return invalid(name, at);
    }

    private static Node invalid(String function, Place at) {
        return new Node.Unknown(function + "() is given what it does not take", Node.Clue.INVALID, at);
    }

    private static @Nullable Node concat(List<Node> lists, Place at) {
        List<Node> all = new ArrayList<>();
        for (Node list : lists) {
            if (!(list instanceof Node.Items)) {
                return null;
            }
            all.addAll(list.items());
        }
        return all.size() > SetFunctions.MOST ? null : new Node.Items(all, at);
    }

    private static @Nullable Node length(Node of, Place at) {
        int length = of instanceof Node.Fields object
                ? object.fields().size()
                : of instanceof Node.Items list
                        ? list.items().size()
                        : of instanceof Node.Text text
                                ? text.value().codePointCount(0, text.value().length())
                                : -1;
        return length < 0 ? null : new Node.Numeral(BigDecimal.valueOf(length), at);
    }

    private static @Nullable Node keys(Node of, Place at) {
        if (!(of instanceof Node.Fields object)) {
            return null;
        }
        List<Node> keys = new ArrayList<>();
        new TreeMap<>(object.fields()).keySet().forEach(key -> keys.add(new Node.Text(key, at)));
        return new Node.Items(keys, at);
    }

    private static @Nullable Node lookup(Node map, List<Node> arguments, Place at) {
        String key = arguments.get(1).text();
        if (!(map instanceof Node.Fields object) || key == null) {
            return null;
        }
        Node value = object.fields().get(key);
        if (value != null) {
            return value;
        }
        return arguments.size() > 2
                ? arguments.get(2)
                : new Node.Unknown("there is no " + key + " in it", Node.Clue.INVALID, at);
    }

    private static @Nullable Node element(Node list, Node index, Place at) {
        BigDecimal number = Operators.number(index);
        int size = list instanceof Node.Items items ? items.items().size() : 0;
        if (number == null || size == 0 || number.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            return new Node.Unknown("element() is given no list, or no position", Node.Clue.INVALID, at);
        }
        return list.items().get(Math.floorMod(number.intValue(), size));
    }

    private static Node one(Node list, Place at) {
        if (!(list instanceof Node.Items items) || items.items().size() > 1) {
            return invalid("one", at);
        }
        return items.items().isEmpty() ? new Node.Nothing(at) : items.items().get(0);
    }

    private static @Nullable Node zip(Node keys, Node values, Place at) {
        if (keys.items().size() != values.items().size()) {
            return null;
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (int i = 0; i < keys.items().size(); i++) {
            String key = keys.items().get(i).text();
            if (key == null) {
                return null;
            }
            fields.put(key, values.items().get(i));
        }
        return new Node.Fields(fields, at);
    }

    private static List<Node> flat(Node of, List<Node> into, int depth) {
        for (Node item : of.items()) {
            if (into.size() > SetFunctions.MOST || depth > 50) {
                into.add(new Node.Unknown("there is too much in it", item.at()));
                return into;
            }
            if (item instanceof Node.Items) {
                flat(item, into, depth + 1);
            } else {
                into.add(item);
            }
        }
        return into;
    }

    private static Node compact(Node list, Place at) {
        return new Node.Items(
                list.items().stream()
                        .filter(item -> !item.isNothing() && !"".equals(item.text()))
                        .toList(),
                at);
    }

    /** Without what is there twice, and texts in their order. */
    static Node set(List<Node> items, Place at) {
        return SetFunctions.of(items, at);
    }
}
