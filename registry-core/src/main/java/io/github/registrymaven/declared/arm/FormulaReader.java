package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.hcl.Cursor;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.hcl.Operations;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads expressions of Bicep, of which ARM's are a part. */
final class FormulaReader {
    private static final List<List<String>> WEAKEST_FIRST = List.of(
            List.of("??"),
            List.of("||"),
            List.of("&&"),
            List.of("==", "!=", "=~", "!~"),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final Cursor cursor;
    private final FormulaText texts;
    private final BicepCollections collections;
    private final Operations operations;

    FormulaReader(Cursor cursor, boolean bicep, BicepCollections.Nested nested) {
        this.cursor = cursor;
        this.texts = new FormulaText(cursor, this, bicep);
        this.collections = new BicepCollections(cursor, this, nested);
        this.operations = new Operations(cursor, WEAKEST_FIRST, new Operations.Operands() {
            @Override
            public Expression read() throws Unreadable {
                return member(term(cursor.here()));
            }

            @Override
            public void passBehindOperator() throws Unreadable {
                cursor.skipLines();
            }
        });
    }

    /** An expression as ARM writes it into a text, without its brackets. */
    static Expression ofArm(String text, Place at) throws Unreadable {
        Cursor cursor = new Cursor(text, at.file(), at.line());
        cursor.open();
        Expression read = new FormulaReader(cursor, false, (type, where) -> {}).read();
        cursor.skipBlanks();
        if (!cursor.isAtEnd()) {
            throw cursor.expected("the end of the expression");
        }
        return read;
    }

    BicepCollections collections() {
        return collections;
    }

    FormulaText texts() {
        return texts;
    }

    Expression read() throws Unreadable {
        cursor.enter();
        cursor.skipBlanks();
        Place at = cursor.here();
        Expression result = operations.read();
        cursor.skipBlanks();
        if (cursor.upcoming() == '?') {
            cursor.skipLines();
            cursor.next();
            cursor.skipLines();
            Expression yes = read();
            cursor.skipLines();
            cursor.expect(":", "between the two results of the condition");
            cursor.skipLines();
            result = new Expression.Conditional(result, yes, read(), at);
        }
        if (cursor.startsWith("=>")) {
            cursor.take("=>");
            read();
            result = new Expression.Call("lambda", List.of(), false, at);
        }
        cursor.leave();
        return result;
    }

    /** What stands behind {@code if}, where it comes next. */
    @Nullable
    Expression condition() throws Unreadable {
        if (!cursor.startsWith("if(") && !cursor.startsWith("if ")) {
            return null;
        }
        cursor.take("if");
        // In brackets of its own, so that what follows is not taken for a part of it.
        cursor.expect("(", "after 'if'");
        cursor.open();
        Expression condition = read();
        cursor.expect(")", "after the condition");
        cursor.close();
        cursor.skipLines();
        return condition;
    }

    private Expression term(Place at) throws Unreadable {
        char c = cursor.peek();
        if (c == '\'' || c == '$') {
            return texts.read(at);
        }
        if (c == '(') {
            List<Expression> inner = arguments(at);
            return inner.size() == 1 ? inner.get(0) : new Expression.Call("lambda", List.of(), false, at);
        }
        if (c == '[') {
            return collections.list(at);
        }
        if (c == '{') {
            return collections.object(at);
        }
        if (c >= '0' && c <= '9') {
            return number(at);
        }
        String word = cursor.identifier();
        if (word.isEmpty()) {
            throw cursor.expected("a value");
        }
        if (cursor.peek() == '(') {
            return new Expression.Call(word, arguments(at), false, at);
        }
        return switch (word) {
            case "true", "false" -> new Expression.Literal(new Node.Flag(word.equals("true"), at));
            case "null" -> new Expression.Literal(new Node.Nothing(at));
            default -> new Expression.Name(word, at);
        };
    }

    private Expression number(Place at) throws Unreadable {
        StringBuilder digits = new StringBuilder();
        while (Character.isDigit(cursor.peek()) && digits.length() < 20) {
            digits.append(cursor.next());
        }
        try {
            return new Expression.Literal(new Node.Numeral(new BigDecimal(digits.toString()), at));
        } catch (NumberFormatException otherDigits) {
            throw new Unreadable(at, "expected a number");
        }
    }

    private List<Expression> arguments(Place at) throws Unreadable {
        cursor.next();
        cursor.open();
        List<Expression> arguments = new ArrayList<>();
        for (cursor.skipBlanks(); !cursor.take(")"); cursor.skipBlanks()) {
            arguments.add(read());
            cursor.skipBlanks();
            if (!cursor.take(",") && cursor.peek() != ')') {
                throw cursor.expected("',' or ')' for the '(' in line " + at.line());
            }
        }
        cursor.close();
        return arguments;
    }

    private Expression indexed(Expression value, Place at) throws Unreadable {
        cursor.next();
        cursor.open();
        boolean safe = cursor.take("?");
        boolean backwards = cursor.take("^");
        Expression index = read();
        cursor.expect("]", "to close the index");
        cursor.close();
        if (backwards) {
            return new Expression.Call("[^]", List.of(), false, at);
        }
        return safe ? safely(value, index, at) : new Expression.Index(value, index, at);
    }

    private static Expression safely(Expression of, Expression name, Place at) {
        return new Expression.Call("tryGet", List.of(of, name), false, at);
    }

    private Expression member(Expression of) throws Unreadable {
        Expression value = of;
        while (true) {
            Place at = cursor.here();
            if (cursor.peek() == '.' || cursor.startsWith("::")) {
                cursor.take("::");
                cursor.take(".");
                boolean safe = cursor.take("?");
                String name = cursor.identifier();
                if (name.isEmpty()) {
                    throw cursor.expected("a name after '.'");
                }
                value = cursor.peek() == '('
                        ? new Expression.Call(name, arguments(at), false, at)
                        : safe
                                ? safely(value, new Expression.Literal(new Node.Text(name, at)), at)
                                : new Expression.Attribute(value, name, at);
            } else if (cursor.peek() == '[') {
                value = indexed(value, at);
            } else if (cursor.peek() == '!' && cursor.peek(1) != '=' && cursor.peek(1) != '~') {
                // "It is not null": says nothing of the value.
                cursor.next();
            } else {
                return value;
            }
        }
    }
}
