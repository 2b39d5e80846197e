package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code count} or {@code for_each} come to.
 *
 * @param each by key, the names that mean something in that one's block
 */
record Multiplicity(Instances.Shape shape, Map<String, Map<String, Node>> each) {
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    private static final Multiplicity SINGLE = new Multiplicity(Instances.Shape.SINGLE, Map.of("", Map.of()));

    static Multiplicity of(Body body, Scope scope) {
        Expression count = body.value("count");
        if (count != null) {
            return counted(Evaluator.evaluate(count, scope));
        }
        Expression forEach = body.value("for_each");
        return forEach == null ? SINGLE : through(Evaluator.evaluate(forEach, scope));
    }

    private static Multiplicity counted(Node count) {
        BigDecimal number = Operators.number(count);
        if (number == null || number.signum() < 0 || number.compareTo(MOST) > 0) {
            return unknown("count", Map.of("index", unknown("count.index", count)));
        }
        Map<String, Map<String, Node>> each = new LinkedHashMap<>();
        for (int i = 0; i < number.intValue(); i++) {
            Node index = new Node.Numeral(BigDecimal.valueOf(i), count.at());
            each.put(String.valueOf(i), Map.of("count", new Node.Fields(Map.of("index", index), count.at())));
        }
        return new Multiplicity(Instances.Shape.LIST, each);
    }

    private static Multiplicity through(Node of) {
        Map<String, Node> values = values(of);
        if (values == null || values.size() > MOST.intValue()) {
            return unknown("each", Map.of("key", unknown("each.key", of), "value", value(of)));
        }
        Map<String, Map<String, Node>> each = new LinkedHashMap<>();
        values.forEach((key, value) -> each.put(key, Map.of("each", pair(key, value, of.at()))));
        return new Multiplicity(Instances.Shape.MAPPING, each);
    }

    private static Node pair(String key, Node value, Place at) {
        return new Node.Fields(Map.of("key", new Node.Text(key, at), "value", value), at);
    }

    /** Of a mapping, or of a set, where key and value are one; null where not all is known. */
    private static @Nullable Map<String, Node> values(Node of) {
        if (of instanceof Node.Fields object) {
            return new TreeMap<>(object.fields());
        }
        if (!(of instanceof Node.Items list)) {
            return null;
        }
        Map<String, Node> values = new LinkedHashMap<>();
        List<Node> items = list.items();
        for (Node item : items) {
            String key = item.text();
            if (key == null) {
                return null;
            }
            values.put(key, item);
        }
        return values;
    }

    private static Multiplicity unknown(String name, Map<String, Node> fields) {
        Place at = fields.values().iterator().next().at();
        return new Multiplicity(Instances.Shape.UNKNOWN, Map.of("", Map.of(name, new Node.Fields(fields, at))));
    }

    private static Node unknown(String name, Node because) {
        return new Node.Unknown(
                because instanceof Node.Unknown unknown ? unknown.reason() : name + " is not known here", because.at());
    }

    /** One of the resources that are gone through, where they are, is known by what they are called together. */
    private static Node value(Node of) {
        String resource = of.resource();
        return of instanceof Node.Unknown unknown && resource != null
                ? new Node.Unknown(unknown.reason(), Node.Clue.from(resource), of.at())
                : unknown("each.value", of);
    }
}
