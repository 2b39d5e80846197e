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
            skipLoop();
            cursor.resume(outer);
            return new Expression.Call("for", List.of(), false, at);
        }
        while (!cursor.take("]")) {
            spread();
            items.add(expressions.read());
            separator(']', at);
        }
        cursor.resume(outer);
        return new Expression.Tuple(items, at);
    }

    /** What comes of a loop is not worked out; it is read to find its end. */
    private void skipLoop() throws Unreadable {
        cursor.take("for");
        cursor.skipBlanks();
        if (cursor.peek() == '(') {
            expressions.read();
        } else {
            cursor.identifier();
        }
        cursor.expect("in", "after the name of 'for'");
        expressions.read();
        cursor.expect(":", "after what 'for' goes through");
        cursor.skipLines();
        if (cursor.startsWith("if")) {
            cursor.take("if");
        }
        expressions.read();
        cursor.skipLines();
        if (cursor.peek() == '{') {
            expressions.read();
            cursor.skipLines();
        }
        cursor.expect("]", "to end the loop");
    }

    Expression object(Place at) throws Unreadable {
        cursor.next();
        int outer = cursor.suspend();
        List<Expression.Entry> entries = new ArrayList<>();
        boolean known = true;
        for (cursor.skipLines(); !cursor.take("}"); ) {
            Place here = cursor.here();
            if (cursor.take("...")) {
                expressions.read();
                known = false;
            } else {
                entry(here, entries);
            }
            separator('}', at);
        }
        cursor.resume(outer);
        return known ? new Expression.Mapping(entries, at) : new Expression.Call("spread", List.of(), false, at);
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

    private void spread() {
        cursor.take("...");
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
