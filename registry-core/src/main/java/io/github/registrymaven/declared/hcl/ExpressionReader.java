package io.github.registrymaven.declared.hcl;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.List;

/** Reads expressions: what operators make of terms, and conditions. */
final class ExpressionReader {
    private static final List<List<String>> WEAKEST_FIRST = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<", ">", "<=", ">="),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final Cursor cursor;
    private final TemplateReader templates;
    private final Operations operations;

    ExpressionReader(Cursor cursor) {
        this.cursor = cursor;
        this.templates = new TemplateReader(cursor, this);
        this.operations = new Operations(cursor, WEAKEST_FIRST, new TermReader(cursor, this, templates)::read);
    }

    TemplateReader templates() {
        return templates;
    }

    Expression read() throws Unreadable {
        cursor.enter();
        cursor.skipBlanks();
        Place at = cursor.here();
        Expression condition = operations.read();
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

    static Expression literal(Node value) {
        return new Expression.Literal(value);
    }
}
