package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.hcl.Cursor;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** Reads Bicep's lists and objects, whose parts stand on lines of their own or have commas between them. */
final class BicepCollections {
    private final Cursor cursor;
    private final FormulaReader expressions;
    private final Nested nested;

    BicepCollections(Cursor cursor, FormulaReader expressions, Nested nested) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.nested = nested;
    }

    /** What to do with a resource that is declared within another. */
    interface Nested {
        /** From after the word {@code resource} to the end of what it declares. */
        void read(Expression.Name symbol, Place at) throws Unreadable;
    }

    Expression list(Place at) throws Unreadable {
        cursor.next();
        int outer = cursor.suspend();
        List<Expression> items = new ArrayList<>();
        cursor.skipLines();
        if (cursor.startsWith("for ")) {
            Expression loop = loop(at);
            cursor.resume(outer);
            return loop;
        }
        boolean known = true;
        while (!cursor.take("]")) {
            known &= !cursor.take("...");
            items.add(expressions.read());
            separator(']', at);
        }
        cursor.resume(outer);
        return known ? new Expression.Tuple(items, at) : new Expression.Call("spread", List.of(), false, at);
    }

    private Expression loop(Place at) throws Unreadable {
        cursor.take("for");
        cursor.skipBlanks();
        String index = null;
        boolean both = cursor.take("(");
        cursor.skipBlanks();
        String item = cursor.identifier();
        if (both) {
            cursor.expect(",", "after the name of 'for'");
            cursor.skipBlanks();
            index = cursor.identifier();
            cursor.expect(")", "after the names of 'for'");
        }
        cursor.expect("in", "after the name of 'for'");
        Expression of = expressions.read();
        cursor.expect(":", "after what 'for' goes through");
        cursor.skipLines();
        Expression condition = expressions.condition();
        Expression result = expressions.read();
        cursor.skipLines();
        cursor.expect("]", "to end the loop");
        return new Expression.For(index, item, of, null, result, condition, false, at);
    }

    Expression object(Place at) throws Unreadable {
        cursor.next();
        int outer = cursor.suspend();
        List<Expression.Entry> entries = new ArrayList<>();
        List<Expression> parts = new ArrayList<>();
        for (cursor.skipLines(); !cursor.take("}"); ) {
            Place here = cursor.here();
            if (cursor.take("...")) {
                parts.add(new Expression.Mapping(List.copyOf(entries), at));
                parts.add(expressions.read());
                entries.clear();
            } else {
                entry(here, entries);
            }
            separator('}', at);
        }
        cursor.resume(outer);
        Expression.Mapping written = new Expression.Mapping(entries, at);
        parts.add(written);
        return parts.size() == 1 ? written : new Expression.Call(Formula.SPREAD, parts, false, at);
    }

    private void entry(Place here, List<Expression.Entry> entries) throws Unreadable {
        Expression key;
        if (cursor.peek() == '@') {
            cursor.next();
            expressions.read();
            return;
        }
        if (cursor.peek() == '\'') {
            key = expressions.texts().read(here);
        } else {
            String word = cursor.identifier();
            if (word.isEmpty()) {
                throw cursor.expected("a name or '}'");
            }
            key = new Expression.Name(word, here);
            cursor.skipBlanks();
            if (word.equals("resource") && cursor.peek() != ':') {
                nested.read(new Expression.Name(cursor.identifier(), here), here);
                return;
            }
        }
        cursor.expect(":", "after a name");
        cursor.skipLines();
        entries.add(new Expression.Entry(key, expressions.read()));
    }

    private void separator(char end, Place start) throws Unreadable {
        cursor.skipBlanks();
        char c = cursor.peek();
        if (c != ',' && c != '\n' && c != end) {
            throw cursor.expected("',', a new line or '" + end + "' for what begins in line " + start.line());
        }
        cursor.take(",");
        cursor.skipLines();
    }
}
