package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out expressions. What cannot be worked out is unknown, and so is whatever is made of it. */
final class Evaluator {
    private Evaluator() {}

    static Node evaluate(Expression expression, Scope scope) {
        Run run = scope.module().run();
        try {
            return run.enter()
                    ? value(expression, scope)
                    : new Node.Unknown("it takes too much to work out", expression.at());
        } finally {
            run.leave();
        }
    }

    private static Node value(Expression expression, Scope scope) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Template template) {
            return TemplateText.of(template, scope);
        }
        if (expression instanceof Expression.Call call) {
            return Functions.call(call, scope);
        }
        if (expression instanceof Expression.Tuple tuple) {
            List<Node> items = new ArrayList<>();
            for (Expression item : tuple.items()) {
                items.add(evaluate(item, scope));
            }
            return new Node.Items(items, tuple.at());
        }
        if (expression instanceof Expression.Mapping mapping) {
            return mapping(mapping, scope);
        }
        if (expression instanceof Expression.For loop) {
            return Loop.run(loop, scope);
        }
        if (expression instanceof Expression.Splat splat) {
            return splat(splat, scope);
        }
        if (expression instanceof Expression.Conditional choice) {
            return choice(choice, scope);
        }
        if (expression instanceof Expression.Binary binary) {
            return Operators.of(binary, scope);
        }
        if (expression instanceof Expression.Unary unary) {
            return Operators.of(unary, scope);
        }
        return Traversal.of(expression, scope);
    }

    private static Node mapping(Expression.Mapping mapping, Scope scope) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (Expression.Entry entry : mapping.entries()) {
            Node key = entry.key() instanceof Expression.Name name
                    ? new Node.Text(name.name(), name.at())
                    : evaluate(entry.key(), scope);
            String text = key.text();
            if (text == null) {
                return key instanceof Node.Unknown unknown
                        ? new Node.Unknown(unknown.reason(), mapping.at())
                        : new Node.Unknown("a key is no text", Node.Clue.INVALID, mapping.at());
            }
            fields.put(text, evaluate(entry.value(), scope));
        }
        return new Node.Fields(fields, mapping.at());
    }

    private static Node splat(Expression.Splat splat, Scope scope) {
        Node of = evaluate(splat.of(), scope);
        if (of instanceof Node.Unknown) {
            return of;
        }
        List<Node> items = new ArrayList<>();
        for (Node item : of.items()) {
            items.add(evaluate(splat.each(), scope.with(Expression.Splat.EACH, item)));
        }
        return new Node.Items(items, splat.at());
    }

    private static Node choice(Expression.Conditional choice, Scope scope) {
        Node condition = evaluate(choice.condition(), scope);
        Boolean holds = condition.flag();
        if (holds == null) {
            return condition instanceof Node.Unknown unknown
                    ? new Node.Unknown(unknown.reason(), choice.at())
                    : new Node.Unknown("the condition is neither true nor false", Node.Clue.INVALID, choice.at());
        }
        return evaluate(holds ? choice.yes() : choice.no(), scope);
    }
}
