package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that go through lists item by item, and those that make a number of a number. */
final class SequenceFunctions {
    private SequenceFunctions() {}

    /** Null where it is none of these functions, or is given what it does not take. */
    static @Nullable Node call(String name, List<Node> arguments, Place at) {
        if (arguments.isEmpty()) {
            return null;
        }
        Node first = arguments.get(0);
        return switch (name + "/" + arguments.size()) {
            case "alltrue/1" -> every(first, true, at);
            case "anytrue/1" -> every(first, false, at);
            case "slice/3" -> slice(first, arguments.get(1), arguments.get(2), at);
            case "index/2" -> index(first, arguments.get(1), at);
            case "sum/1" -> sum(first, at);
            case "abs/1", "signum/1", "ceil/1", "floor/1" -> number(name, Operators.number(first), at);
            default ->
                switch (name) {
                    case "setproduct" -> product(arguments, at);
                    case "formatlist" -> format(arguments, at);
                    default -> null;
                };
        };
    }

    private static @Nullable Node number(String name, @Nullable BigDecimal of, Place at) {
        if (of == null || Math.abs((long) of.scale()) > 100) {
            return null;
        }
        return new Node.Numeral(
                switch (name) {
                    case "abs" -> of.abs();
                    case "signum" -> BigDecimal.valueOf(of.signum());
                    case "ceil" -> of.setScale(0, RoundingMode.CEILING);
                    default -> of.setScale(0, RoundingMode.FLOOR);
                },
                at);
    }

    private static @Nullable Node every(Node list, boolean all, Place at) {
        boolean result = all;
        for (Node item : list.items()) {
            Boolean flag = item.flag();
            if (flag == null) {
                return null;
            }
            result = all ? result && flag : result || flag;
        }
        return list instanceof Node.Items ? new Node.Flag(result, at) : null;
    }

    private static @Nullable Node slice(Node list, Node from, Node to, Place at) {
        BigDecimal start = Operators.number(from);
        BigDecimal end = Operators.number(to);
        if (!(list instanceof Node.Items items) || start == null || end == null) {
            return null;
        }
        boolean fits = start.signum() >= 0
                && start.compareTo(end) <= 0
                && end.compareTo(BigDecimal.valueOf(items.items().size())) <= 0;
        return fits
                ? new Node.Items(items.items().subList(start.intValue(), end.intValue()), at)
                : new Node.Unknown("slice() reaches beyond the list", Node.Clue.INVALID, at);
    }

    private static @Nullable Node index(Node list, Node value, Place at) {
        Comparison comparison = new Comparison();
        List<Node> items = list.items();
        for (int i = 0; i < items.size(); i++) {
            Boolean equal = comparison.equal(items.get(i), value);
            if (equal == null) {
                return null;
            }
            if (equal) {
                return new Node.Numeral(BigDecimal.valueOf(i), at);
            }
        }
        return list instanceof Node.Items ? new Node.Unknown("index() does not find it", Node.Clue.INVALID, at) : null;
    }

    private static @Nullable Node sum(Node list, Place at) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Node item : list.items()) {
            BigDecimal number = Operators.number(item);
            if (number == null || Math.abs((long) number.scale()) > 100) {
                return null;
            }
            sum = sum.add(number);
        }
        return list.items().isEmpty() ? null : new Node.Numeral(sum, at);
    }

    /** Each of the first with each of the second, and so on: the last changes fastest. */
    private static @Nullable Node product(List<Node> lists, Place at) {
        List<List<Node>> rows = List.of(List.of());
        boolean sets = true;
        for (Node list : lists) {
            if (!(list instanceof Node.Items items)
                    || (long) rows.size() * items.items().size() > SetFunctions.MOST) {
                return null;
            }
            sets &= items.set();
            List<List<Node>> longer = new ArrayList<>();
            for (List<Node> row : rows) {
                for (Node item : items.items()) {
                    List<Node> more = new ArrayList<>(row);
                    more.add(item);
                    longer.add(more);
                }
            }
            rows = longer;
        }
        List<Node> all = new ArrayList<>();
        rows.forEach(row -> all.add(new Node.Items(row, at)));
        return new Node.Items(all, sets, at);
    }

    /** Formats as often as the lists are long. What is no list is the same each time. */
    private static @Nullable Node format(List<Node> arguments, Place at) {
        int times = -1;
        for (Node argument : arguments) {
            if (argument instanceof Node.Items list) {
                if (times >= 0 && times != list.items().size()) {
                    return null;
                }
                times = list.items().size();
            }
        }
        List<Node> formatted = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            List<String> texts = new ArrayList<>();
            for (Node argument : arguments) {
                String text =
                        (argument instanceof Node.Items list ? list.items().get(i) : argument).text();
                if (text == null) {
                    return null;
                }
                texts.add(text);
            }
            Node one = TextFunctions.format(texts, at);
            if (one == null) {
                return null;
            }
            formatted.add(one);
        }
        return times < 0 ? null : new Node.Items(formatted, at);
    }
}
