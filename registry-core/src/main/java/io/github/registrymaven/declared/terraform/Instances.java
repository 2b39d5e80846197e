package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a block makes: one thing, or by {@code count} and {@code for_each} several.
 *
 * @param address what it is called, without an index
 * @param shape how the things are told apart
 * @param ones the things, by the key that stands in brackets
 */
record Instances(String address, Shape shape, Map<String, Instances.One> ones) {
    enum Shape {
        SINGLE,
        LIST,
        MAPPING,
        /** How many there are is not known; one stands for all. */
        UNKNOWN,
        /** Nothing of that name is declared. */
        ABSENT
    }

    /** One of the things. */
    interface One {
        /** All that is known of it. */
        Node whole(Place at);

        Node attribute(String name, Place at);
    }

    static Instances absent(String address) {
        return new Instances(address, Shape.ABSENT, Map.of());
    }

    /**
     * By what {@code count} or {@code for_each} come to.
     *
     * @param make makes one from its address's ending and the scope that its block is read in
     */
    static Instances of(Multiplicity many, String address, Scope scope, BiFunction<String, Scope, One> make) {
        Map<String, One> ones = new LinkedHashMap<>();
        for (var each : many.each().entrySet()) {
            String key = each.getKey();
            String ending = switch (many.shape()) {
                case LIST -> "[" + key + "]";
                case MAPPING -> "[\"" + key + "\"]";
                default -> "";
            };
            ones.put(key, make.apply(ending, new Scope(scope.module(), each.getValue())));
        }
        return new Instances(address, many.shape(), ones);
    }

    /** The one that needs no index; null where there are several. */
    @Nullable
    One only() {
        return shape == Shape.SINGLE ? ones.values().iterator().next() : null;
    }

    /** The one with that key; null where there is none, or the key is not known. */
    @Nullable
    One at(Node key) {
        if (shape == Shape.UNKNOWN) {
            return ones.values().iterator().next();
        }
        String text = key.text();
        return text == null ? null : ones.get(text);
    }

    Node missing(Place at) {
        return shape == Shape.ABSENT
                ? new Node.Unknown(address + " is not declared here", Node.Clue.from(address), at)
                : new Node.Unknown("there is no such " + address, Node.Clue.INVALID, at);
    }

    /** All of them as one value. */
    Node all(Place at) {
        if (shape == Shape.ABSENT) {
            return missing(at);
        }
        if (shape == Shape.UNKNOWN) {
            return new Node.Unknown("how many " + address + " there are is not known", Node.Clue.from(address), at);
        }
        if (shape == Shape.LIST) {
            List<Node> items = new ArrayList<>();
            ones.values().forEach(one -> items.add(one.whole(at)));
            return new Node.Items(items, at);
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        ones.forEach((key, one) -> fields.put(key, one.whole(at)));
        return new Node.Fields(fields, at);
    }
}
