package io.github.registrymaven.declared.hcl;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands between operators: a value, with what is taken of it by dots and brackets. */
final class TermReader {
    private static final int LONGEST_NUMBER = 40;

    private final Cursor cursor;
    private final ExpressionReader expressions;
    private final TemplateReader templates;
    private final CollectionReader collections;

    TermReader(Cursor cursor, ExpressionReader expressions, TemplateReader templates) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.templates = templates;
        this.collections = new CollectionReader(cursor, expressions);
    }

    Expression read() throws Unreadable {
        Expression term = start();
        while (true) {
            cursor.skipBlanks();
            if (cursor.peek() == '.' && cursor.peek(1) != '.') {
                term = afterDot(term);
            } else if (cursor.peek() == '[') {
                term = afterBracket(term);
            } else {
                return term;
            }
        }
    }

    private Expression start() throws Unreadable {
        Place at = cursor.here();
        char c = cursor.peek();
        if (c == '"') {
            cursor.next();
            return templates.quoted(at);
        }
        if (cursor.startsWith("<<")) {
            return templates.heredoc(at);
        }
        if (c == '(') {
            cursor.next();
            cursor.open();
            Expression inner = expressions.read();
            cursor.expect(")", "to close the bracket");
            cursor.close();
            return inner;
        }
        if (c == '[') {
            return collections.tuple(at);
        }
        if (c == '{') {
            return collections.mapping(at);
        }
        return isDigit(c) ? number(at) : word(at);
    }

    private Expression word(Place at) throws Unreadable {
        String word = cursor.identifier();
        if (word.isEmpty()) {
            throw cursor.expected("a value");
        }
        while (cursor.startsWith("::")) {
            cursor.take("::");
            word += "::" + cursor.identifier();
        }
        cursor.skipBlanks();
        if (cursor.peek() == '(') {
            return call(word, at);
        }
        return switch (word) {
            case "true", "false" -> ExpressionReader.literal(new Node.Flag(word.equals("true"), at));
            case "null" -> ExpressionReader.literal(new Node.Nothing(at));
            default -> new Expression.Name(word, at);
        };
    }

    private Expression call(String function, Place at) throws Unreadable {
        cursor.next();
        cursor.open();
        List<Expression> arguments = new ArrayList<>();
        boolean spread = false;
        for (cursor.skipBlanks(); !cursor.take(')'); cursor.skipBlanks()) {
            arguments.add(expressions.read());
            cursor.skipBlanks();
            spread = cursor.take("...");
            cursor.skipBlanks();
            if (!cursor.take(',') && cursor.peek() != ')') {
                throw cursor.expected("',' or ')' in the arguments of " + function);
            }
        }
        cursor.close();
        return new Expression.Call(function, arguments, spread, at);
    }

    private Expression number(Place at) throws Unreadable {
        StringBuilder digits = new StringBuilder();
        while (isDigit(cursor.peek())
                || (cursor.peek() == '.' && isDigit(cursor.peek(1)))
                || isExponent(cursor.peek(), cursor.peek(1), cursor.peek(2))) {
            char c = cursor.next();
            digits.append(c);
            if ((c == 'e' || c == 'E') && !isDigit(cursor.peek())) {
                digits.append(cursor.next());
            }
        }
        if (digits.length() > LONGEST_NUMBER) {
            throw new Unreadable(at, "expected a number of at most " + LONGEST_NUMBER + " digits");
        }
        try {
            return ExpressionReader.literal(new Node.Numeral(new BigDecimal(digits.toString()), at));
        } catch (NumberFormatException malformed) {
            throw new Unreadable(at, "expected a number");
        }
    }

    private static boolean isExponent(char e, char next, char after) {
        return (e == 'e' || e == 'E') && (isDigit(next) || ((next == '+' || next == '-') && isDigit(after)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Expression afterDot(Expression of) throws Unreadable {
        Place at = cursor.here();
        cursor.next();
        cursor.skipBlanks();
        if (cursor.take('*')) {
            // Of an attribute splat, only the attributes that follow belong to each item.
            Expression each = new Expression.Name(Expression.Splat.EACH, at);
            while (cursor.peek() == '.' && cursor.peek(1) != '.') {
                each = afterDot(each);
            }
            return new Expression.Splat(of, each, at);
        }
        if (isDigit(cursor.peek())) {
            StringBuilder digits = new StringBuilder();
            while (isDigit(cursor.peek())) {
                digits.append(cursor.next());
            }
            return new Expression.Index(
                    of, ExpressionReader.literal(new Node.Numeral(new BigDecimal(digits.toString()), at)), at);
        }
        String name = cursor.identifier();
        if (name.isEmpty()) {
            throw cursor.expected("a name after '.'");
        }
        return new Expression.Attribute(of, name, at);
    }

    private Expression afterBracket(Expression of) throws Unreadable {
        Place at = cursor.here();
        cursor.next();
        cursor.open();
        cursor.skipBlanks();
        if (cursor.take('*')) {
            cursor.expect("]", "after '[*'");
            cursor.close();
            Expression each = new Expression.Name(Expression.Splat.EACH, at);
            while ((cursor.peek() == '.' && cursor.peek(1) != '.') || cursor.peek() == '[') {
                each = cursor.peek() == '[' ? afterBracket(each) : afterDot(each);
            }
            return new Expression.Splat(of, each, at);
        }
        Expression index = expressions.read();
        cursor.expect("]", "to close the index");
        cursor.close();
        return new Expression.Index(of, index, at);
    }
}
