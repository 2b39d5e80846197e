package io.github.registrymaven.declared.cloudformation;

import io.github.registrymaven.declared.tree.Node;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions of a template, in three values: null is what cannot be known. */
final class Conditions {
    private final Values values;
    private final Set<String> underWay = new HashSet<>();

    Conditions(Values values) {
        this.values = values;
    }

    @Nullable
    Boolean named(String name) {
        Node condition = values.template().get("Conditions").get(name);
        if (condition.isNothing() || !underWay.add(name)) {
            return null;
        }
        try {
            return holds(condition);
        } finally {
            underWay.remove(name);
        }
    }

    private @Nullable Boolean holds(Node condition) {
        if (!(condition instanceof Node.Fields call) || call.fields().size() != 1) {
            return null;
        }
        Map.Entry<String, Node> only = call.fields().entrySet().iterator().next();
        Node argument = only.getValue();
        return switch (only.getKey().replaceFirst("^(!|Fn::)", "")) {
            case "Equals" -> equal(argument);
            case "Not" -> negated(argument);
            case "And" -> all(argument, true);
            case "Or" -> all(argument, false);
            case "Condition" -> argument.text() == null ? null : named(String.valueOf(argument.text()));
            default -> null;
        };
    }

    private @Nullable Boolean equal(Node pair) {
        if (pair.items().size() != 2) {
            return null;
        }
        String left = values.of(pair.items().get(0)).text();
        String right = values.of(pair.items().get(1)).text();
        return (left == null || right == null) ? null : Boolean.valueOf(left.equals(right));
    }

    private @Nullable Boolean negated(Node argument) {
        Boolean inner = argument.items().size() == 1 ? holds(argument.items().get(0)) : null;
        return inner == null ? null : Boolean.valueOf(!inner);
    }

    /** {@code And} is decided by a single false and {@code Or} by a single true, whatever is unknown beside it. */
    private @Nullable Boolean all(Node parts, boolean wanted) {
        Boolean result = wanted;
        for (Node part : parts.items()) {
            Boolean one = holds(part);
            if (one != null && one != wanted) {
                return !wanted;
            }
            result = one == null ? null : result;
        }
        return result;
    }
}
