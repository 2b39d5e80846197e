package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Functions that look for values in lists, or put them in order. */
final class SetFunctions {
    /** More items than anybody keeps registries of. */
    static final int MOST = 100_000;

    private SetFunctions() {}

    /** Null where it is none of these functions, or is given what it does not take. */
    static @Nullable Node call(String name, List<Node> arguments, Place at) {
        if (arguments.isEmpty()) {
            return null;
        }
        Node first = arguments.get(0);
        return switch (name) {
            case "distinct" -> isKnown(first) ? distinct(first.items(), at) : null;
            case "sort" -> isKnown(first) ? sorted(first.items(), at) : null;
            case "contains" -> arguments.size() == 2 ? contains(first, arguments.get(1), at) : null;
            case "setunion" -> union(arguments, at);
            case "setintersection", "setsubtract" ->
                arguments.size() == 2 ? selected(first, arguments.get(1), name.equals("setintersection"), at) : null;
            case "reverse" -> reversed(first, at);
            case "range" -> range(arguments, at);
            case "max", "min" -> extreme(arguments, name.equals("max"), at);
            default -> null;
        };
    }

    /** Without what is there twice; texts in their order. */
    static Node of(List<Node> items, Place at) {
        return new Node.Items(
                isKnown(new Node.Items(items, at))
                        ? sorted(distinct(items, at).items(), at).items()
                        : items,
                true,
                at);
    }

    private static boolean isKnown(Node list) {
        return list instanceof Node.Items && list.items().stream().allMatch(item -> item.text() != null);
    }

    private static Node distinct(List<Node> items, Place at) {
        Map<String, Node> seen = new LinkedHashMap<>();
        items.forEach(item -> seen.putIfAbsent(String.valueOf(item.text()), item));
        return new Node.Items(new ArrayList<>(seen.values()), at);
    }

    private static Node sorted(List<Node> items, Place at) {
        List<Node> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparing(item -> String.valueOf(item.text())));
        return new Node.Items(sorted, at);
    }

    private static @Nullable Node contains(Node list, Node value, Place at) {
        if (!(list instanceof Node.Items)) {
            return null;
        }
        boolean unsure = false;
        Comparison comparison = new Comparison();
        for (Node item : list.items()) {
            Boolean equal = comparison.equal(item, value);
            if (Boolean.TRUE.equals(equal)) {
                return new Node.Flag(true, at);
            }
            unsure |= equal == null;
        }
        return unsure ? new Node.Unknown("an item of the list is not known", at) : new Node.Flag(false, at);
    }

    private static @Nullable Node union(List<Node> sets, Place at) {
        List<Node> all = new ArrayList<>();
        sets.forEach(set -> all.addAll(set.items()));
        return isKnown(new Node.Items(all, at)) ? of(all, at) : null;
    }

    private static @Nullable Node selected(Node set, Node other, boolean in, Place at) {
        if (!isKnown(set) || !isKnown(other)) {
            return null;
        }
        Map<String, Node> others = new TreeMap<>();
        other.items().forEach(item -> others.put(String.valueOf(item.text()), item));
        return new Node.Items(
                set.items().stream()
                        .filter(item -> others.containsKey(String.valueOf(item.text())) == in)
                        .toList(),
                true,
                at);
    }

    private static @Nullable Node reversed(Node list, Place at) {
        if (!(list instanceof Node.Items)) {
            return null;
        }
        List<Node> items = new ArrayList<>(list.items());
        Collections.reverse(items);
        return new Node.Items(items, at);
    }

    private static @Nullable Node range(List<Node> arguments, Place at) {
        BigDecimal from = arguments.size() == 1 ? BigDecimal.ZERO : Operators.number(arguments.get(0));
        BigDecimal to = Operators.number(arguments.get(arguments.size() == 1 ? 0 : 1));
        if (arguments.size() > 2 || from == null || to == null) {
            return null;
        }
        // Downwards, where the end is below.
        BigDecimal step = BigDecimal.valueOf(to.compareTo(from) < 0 ? -1 : 1);
        List<Node> items = new ArrayList<>();
        for (BigDecimal i = from; i.compareTo(to) * step.signum() < 0; i = i.add(step)) {
            if (items.size() >= 1024) {
                // Terraform's own limit.
                return null;
            }
            items.add(new Node.Numeral(i, at));
        }
        return new Node.Items(items, at);
    }

    private static @Nullable Node extreme(List<Node> arguments, boolean most, Place at) {
        BigDecimal best = null;
        for (Node argument : arguments) {
            BigDecimal number = Operators.number(argument);
            if (number == null) {
                return null;
            }
            best = best == null || (number.compareTo(best) > 0) == most ? number : best;
        }
        return best == null ? null : new Node.Numeral(best, at);
    }
}
