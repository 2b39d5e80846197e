package io.github.registrymaven.declared.hcl;

import java.util.ArrayList;
import java.util.List;

/** An expression in words that are the same for what is written alike, wherever it is written. */
public final class Wording {
    private Wording() {}

    /** Its words. Of an expression as seldom stands in a condition they are its place, and so like no other's. */
    public static String of(Expression of) {
        if (of instanceof Expression.Literal literal) {
            return literal.value().getClass().getSimpleName() + "'"
                    + literal.value().text() + "'";
        }
        if (of instanceof Expression.Name name) {
            return name.name();
        }
        if (of instanceof Expression.Attribute attribute) {
            return of(attribute.of()) + "." + attribute.name();
        }
        if (of instanceof Expression.Index index) {
            return of(index.of()) + "[" + of(index.index()) + "]";
        }
        if (of instanceof Expression.Call call) {
            return call.function() + "(" + several(call.arguments()) + (call.spread() ? "...)" : ")");
        }
        if (of instanceof Expression.Conditional choice) {
            return several(List.of(choice.condition(), choice.yes(), choice.no()));
        }
        if (of instanceof Expression.Binary binary) {
            return binary.operator() + several(List.of(binary.left(), binary.right()));
        }
        if (of instanceof Expression.Unary unary) {
            return unary.operator() + of(unary.of());
        }
        if (of instanceof Expression.Tuple list) {
            return "[" + several(list.items()) + "]";
        }
        if (of instanceof Expression.Mapping mapping) {
            List<Expression> all = new ArrayList<>();
            mapping.entries().forEach(entry -> all.addAll(List.of(entry.key(), entry.value())));
            return "{" + several(all) + "}";
        }
        return of.at().toString();
    }

    private static String several(List<Expression> several) {
        StringBuilder words = new StringBuilder("(");
        for (Expression one : several) {
            words.append(of(one)).append(", ");
        }
        return words.append(')').toString();
    }
}
