package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name with dots and brackets behind it. */
final class Traversal {
    private static final BigDecimal MOST_ITEMS = BigDecimal.valueOf(1_000_000);

    private Traversal() {}

    static Node of(Expression expression, Scope scope) {
        Deque<Expression> behind = new ArrayDeque<>();
        Expression root = expression;
        while (true) {
            if (root instanceof Expression.Attribute attribute) {
                behind.push(root);
                root = attribute.of();
            } else if (root instanceof Expression.Index index) {
                behind.push(root);
                root = index.of();
            } else {
                break;
            }
        }
        List<Expression> steps = new ArrayList<>(behind);
        Node value;
        int used = 0;
        if (root instanceof Expression.Name name) {
            Node local = scope.names().get(name.name());
            if (local == null) {
                References.Found found = References.find(name, steps, scope);
                value = found.value();
                used = found.steps();
            } else {
                value = local;
            }
        } else {
            value = Evaluator.evaluate(root, scope);
        }
        for (Expression step : steps.subList(used, steps.size())) {
            value = step(value, step, scope);
        }
        return value;
    }

    private static Node step(Node of, Expression step, Scope scope) {
        if (step instanceof Expression.Attribute attribute) {
            return field(of, attribute.name(), step.at());
        }
        Node index = step instanceof Expression.Index bracket
                ? Evaluator.evaluate(bracket.index(), scope)
                : new Node.Nothing(step.at());
        return item(of, index, step.at());
    }

    static Node field(Node of, String name, Place at) {
        if (of instanceof Node.Unknown unknown) {
            return passedOn(unknown, at);
        }
        if (of instanceof Node.Fields object) {
            Node field = object.fields().get(name);
            if (field != null) {
                return field;
            }
            String resource = object.resource();
            if (resource != null) {
                return later(resource, name, at);
            }
        }
        return new Node.Unknown("there is no " + name + " in it", Node.Clue.INVALID, at);
    }

    private static Node item(Node of, Node index, Place at) {
        if (of instanceof Node.Unknown unknown) {
            return passedOn(unknown, at);
        }
        if (index instanceof Node.Unknown unknown) {
            String several = collection(of);
            return new Node.Unknown(unknown.reason(), several == null ? Node.Clue.NONE : Node.Clue.from(several), at);
        }
        if (of instanceof Node.Items list && !list.set()) {
            BigDecimal number = Operators.number(index);
            int position = number != null && number.signum() >= 0 && number.compareTo(MOST_ITEMS) < 0
                    ? number.intValue()
                    : Integer.MAX_VALUE;
            return position < list.items().size()
                    ? list.items().get(position)
                    : new Node.Unknown("the list is shorter", Node.Clue.INVALID, at);
        }
        String key = index.text();
        return key == null
                ? new Node.Unknown("an index is neither a number nor a text", Node.Clue.INVALID, at)
                : field(of, key, at);
    }

    /** What is known only once its resource is made. */
    static Node later(String resource, String attribute, Place at) {
        return new Node.Unknown(
                resource + "." + attribute + " is known only once it is made", Node.Clue.from(resource), at);
    }

    private static Node passedOn(Node.Unknown unknown, Place at) {
        String resource = unknown.resource();
        Node.Clue clue = resource == null ? Node.Clue.NONE : Node.Clue.from(resource);
        return new Node.Unknown(unknown.reason(), unknown.clue().invalid() ? Node.Clue.INVALID : clue, at);
    }

    /** The address that all resources of a list or mapping begin with. */
    private static @Nullable String collection(Node of) {
        if (of.resource() != null) {
            return of.resource();
        }
        String first = of.items().isEmpty() ? null : of.items().get(0).resource();
        return first == null || !first.endsWith("]") ? null : first.substring(0, first.lastIndexOf('['));
    }
}
