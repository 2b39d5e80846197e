package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code for} within an expression. */
final class Loop {
    private Loop() {}

    /** One time round. */
    record Turn(Node key, Node value) {}

    /** Through a list with positions as keys, through a set with each item as its own, through a mapping by its sorted keys; null through anything else. */
    static @Nullable List<Turn> turns(Node of) {
        List<Turn> turns = new ArrayList<>();
        if (of instanceof Node.Items list) {
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                turns.add(new Turn(list.set() ? item : new Node.Numeral(BigDecimal.valueOf(i), of.at()), item));
            }
            return turns;
        }
        if (of instanceof Node.Fields object) {
            new TreeMap<>(object.fields())
                    .forEach((key, value) -> turns.add(new Turn(new Node.Text(key, of.at()), value)));
            return turns;
        }
        return null;
    }

    static Node run(Expression.For loop, Scope scope) {
        Node of = Evaluator.evaluate(loop.of(), scope);
        List<Turn> turns = turns(of);
        if (turns == null) {
            return of instanceof Node.Unknown ? of : invalid("'for' needs a list or a mapping", loop);
        }
        List<Node> items = new ArrayList<>();
        Map<String, Node> fields = new LinkedHashMap<>();
        for (Turn turn : turns) {
            Scope named = scope.with(loop.valueName(), turn.value());
            Scope inner = loop.keyName() == null ? named : named.with(loop.keyName(), turn.key());
            Node condition = loop.condition() == null ? null : Evaluator.evaluate(loop.condition(), inner);
            if (condition != null && condition.flag() == null) {
                return unknown(condition, loop);
            }
            if (condition != null && Boolean.FALSE.equals(condition.flag())) {
                continue;
            }
            Node result = Evaluator.evaluate(loop.result(), inner);
            if (loop.key() == null) {
                items.add(result);
                continue;
            }
            Node key = Evaluator.evaluate(loop.key(), inner);
            if (key.text() == null) {
                return unknown(key, loop);
            }
            put(String.valueOf(key.text()), result, loop, fields);
        }
        return loop.key() == null ? new Node.Items(items, loop.at()) : new Node.Fields(fields, loop.at());
    }

    private static void put(String key, Node result, Expression.For loop, Map<String, Node> fields) {
        if (!loop.grouped()) {
            fields.put(key, result);
            return;
        }
        List<Node> group = new ArrayList<>();
        if (fields.get(key) instanceof Node.Items before) {
            group.addAll(before.items());
        }
        group.add(result);
        fields.put(key, new Node.Items(group, loop.at()));
    }

    private static Node unknown(Node part, Expression.For loop) {
        return part instanceof Node.Unknown unknown
                ? new Node.Unknown(unknown.reason(), loop.at())
                : invalid("a condition or a key of 'for' is not what it must be", loop);
    }

    private static Node invalid(String reason, Expression.For loop) {
        return new Node.Unknown(reason, Node.Clue.INVALID, loop.at());
    }
}
