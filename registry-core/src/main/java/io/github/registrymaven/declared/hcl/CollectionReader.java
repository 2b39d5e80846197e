package io.github.registrymaven.declared.hcl;

import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lists, mappings, and the {@code for} that makes either. */
final class CollectionReader {
    private final Cursor cursor;
    private final ExpressionReader expressions;

    CollectionReader(Cursor cursor, ExpressionReader expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression tuple(Place at) throws Unreadable {
        cursor.next();
        cursor.open();
        cursor.skipBlanks();
        if (isFor()) {
            return loop(false, "]", at);
        }
        List<Expression> items = new ArrayList<>();
        for (cursor.skipBlanks(); !cursor.take(']'); cursor.skipBlanks()) {
            items.add(expressions.read());
            cursor.skipBlanks();
            if (!cursor.take(',') && cursor.peek() != ']') {
                throw cursor.expected("',' or ']' in the list that begins in line " + at.line());
            }
        }
        cursor.close();
        return new Expression.Tuple(items, at);
    }

    Expression mapping(Place at) throws Unreadable {
        cursor.next();
        cursor.open();
        cursor.skipBlanks();
        if (isFor()) {
            return loop(true, "}", at);
        }
        List<Expression.Entry> entries = new ArrayList<>();
        for (cursor.skipBlanks(); !cursor.take('}'); cursor.skipBlanks()) {
            Expression key = key();
            cursor.skipBlanks();
            if (!cursor.take('=') && !cursor.take(':')) {
                throw cursor.expected("'=' or ':' after a key");
            }
            entries.add(new Expression.Entry(key, entryValue()));
            cursor.skipBlanks();
            cursor.take(',');
        }
        cursor.close();
        return new Expression.Mapping(entries, at);
    }

    /** Mostly a bare word, which needs no look at what an expression may be. */
    private Expression key() throws Unreadable {
        Place at = cursor.here();
        String word = cursor.bareKey();
        return word.isEmpty() ? expressions.read() : new Expression.Name(word, at);
    }

    /** A line break ends an entry, so {@code -} or {@code [} on the next line begins another. */
    private Expression entryValue() throws Unreadable {
        cursor.skipBlanks();
        int outer = cursor.suspend();
        Expression value = expressions.read();
        cursor.skipBlanks();
        boolean ended = cursor.isAtEnd() || cursor.peek() == '\n' || cursor.peek() == ',' || cursor.peek() == '}';
        cursor.resume(outer);
        if (!ended) {
            throw cursor.expected("',' or the end of the line after a value");
        }
        return value;
    }

    private boolean isFor() {
        return cursor.startsWith("for") && (cursor.peek(3) == ' ' || cursor.peek(3) == '\n' || cursor.peek(3) == '\t');
    }

    private Expression loop(boolean mapping, String end, Place at) throws Unreadable {
        cursor.take("for");
        Names names = names();
        Expression of = expressions.read();
        cursor.expect(":", "after what 'for' goes through");
        Expression result = expressions.read();
        Expression key = null;
        boolean grouped = false;
        if (mapping) {
            cursor.expect("=>", "between key and value of 'for'");
            key = result;
            result = expressions.read();
            cursor.skipBlanks();
            grouped = cursor.take("...");
        }
        cursor.skipBlanks();
        Expression condition = cursor.take("if") ? expressions.read() : null;
        cursor.expect(end, "to end the 'for' that begins in line " + at.line());
        cursor.close();
        return new Expression.For(names.key(), names.value(), of, key, result, condition, grouped, at);
    }

    /** What a loop calls the things it goes through. */
    record Names(@Nullable String key, String value) {}

    /** Up to and past {@code in}. */
    Names names() throws Unreadable {
        cursor.skipBlanks();
        String first = name();
        cursor.skipBlanks();
        String second = null;
        if (cursor.take(',')) {
            cursor.skipBlanks();
            second = name();
        }
        cursor.expect("in", "after the names of 'for'");
        return second == null ? new Names(null, first) : new Names(first, second);
    }

    private String name() throws Unreadable {
        String name = cursor.identifier();
        if (name.isEmpty()) {
            throw cursor.expected("a name after 'for'");
        }
        return name;
    }
}
