package io.github.registrymaven.declared.hcl;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads expressions: operators by how strongly they bind, then what stands between them. */
final class ExpressionReader {
    /** The longest first, so that {@code <=} is not taken for {@code <}. */
    private static final List<String> OPERATORS =
            List.of("||", "&&", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%");

    private static final Map<String, Integer> STRENGTH = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("==", 3),
            Map.entry("!=", 3),
            Map.entry("<", 4),
            Map.entry(">", 4),
            Map.entry("<=", 4),
            Map.entry(">=", 4),
            Map.entry("+", 5),
            Map.entry("-", 5),
            Map.entry("*", 6),
            Map.entry("/", 6),
            Map.entry("%", 6));

    private final Cursor cursor;
    private final TemplateReader templates;
    private final TermReader terms;

    ExpressionReader(Cursor cursor) {
        this.cursor = cursor;
        this.templates = new TemplateReader(cursor, this);
        this.terms = new TermReader(cursor, this, templates);
    }

    TemplateReader templates() {
        return templates;
    }

    Expression read() throws Unreadable {
        cursor.enter();
        cursor.skipBlanks();
        Place at = cursor.here();
        Expression condition = operation(1);
        cursor.skipBlanks();
        Expression result = condition;
        if (cursor.peek() == '?') {
            cursor.next();
            Expression yes = read();
            cursor.expect(":", "between the two results of the condition");
            result = new Expression.Conditional(condition, yes, read(), at);
        }
        cursor.leave();
        return result;
    }

    private Expression operation(int weakest) throws Unreadable {
        Expression left = unary();
        while (true) {
            cursor.skipBlanks();
            String operator = operator();
            int strength = operator == null ? 0 : STRENGTH.getOrDefault(operator, 0);
            if (operator == null || strength < weakest) {
                return left;
            }
            Place at = cursor.here();
            cursor.take(operator);
            cursor.enter();
            Expression right = operation(strength + 1);
            cursor.leave();
            left = new Expression.Binary(operator, left, right, at);
        }
    }

    private @Nullable String operator() {
        for (String operator : OPERATORS) {
            if (cursor.startsWith(operator)) {
                return operator;
            }
        }
        return null;
    }

    private Expression unary() throws Unreadable {
        cursor.skipBlanks();
        Place at = cursor.here();
        char c = cursor.peek();
        if (c == '!' || c == '-') {
            cursor.enter();
            cursor.next();
            Expression of = unary();
            cursor.leave();
            return new Expression.Unary(c, of, at);
        }
        return terms.read();
    }

    static Expression literal(Node value) {
        return new Expression.Literal(value);
    }
}
