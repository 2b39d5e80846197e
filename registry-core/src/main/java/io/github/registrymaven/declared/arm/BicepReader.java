package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.hcl.Cursor;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads the statements of a file of Bicep: parameters, variables, resources and modules; all others are passed over. */
final class BicepReader {
    private final Cursor cursor;
    private final BicepContents contents;
    private final FormulaReader expressions;
    private final Deque<BicepResource> around = new ArrayDeque<>();

    private BicepReader(Cursor cursor) {
        this.cursor = cursor;
        this.contents = new BicepContents();
        this.expressions = new FormulaReader(cursor, true, this::nested);
    }

    static BicepContents read(String text, String file) throws Unreadable {
        BicepReader reader = new BicepReader(new Cursor(text, file, 1));
        reader.statements();
        return reader.contents;
    }

    private void statements() throws Unreadable {
        for (cursor.skipLines(); !cursor.isAtEnd(); cursor.skipLines()) {
            Place at = cursor.here();
            if (cursor.take("@")) {
                expressions.read();
                continue;
            }
            String word = cursor.identifier();
            cursor.skipBlanks();
            switch (word) {
                case "param" -> value(true);
                case "var" -> value(false);
                case "module" -> module(at);
                case "using" -> contents.use(cursor.peek() == '\'' ? quoted("the path of the template") : "");
                case "resource" -> {
                    resource(cursor.identifier(), at);
                    endOfLine();
                }
                case "" -> throw cursor.expected("param, var, resource or another statement");
                default -> skipStatement();
            }
        }
    }

    private void value(boolean parameter) throws Unreadable {
        String name = cursor.identifier();
        if (name.isEmpty()) {
            throw cursor.expected("a name");
        }
        Place at = cursor.here();
        Expression value = null;
        switch (skipType()) {
            case '=' -> {
                value = expressions.read();
                endOfLine();
            }
            case '?' -> value = new Expression.Literal(new Node.Nothing(at));
            default -> {}
        }
        contents.value(name, value, parameter);
    }

    private void module(Place at) throws Unreadable {
        String symbol = cursor.identifier();
        cursor.skipBlanks();
        String path = quoted("the path of the module");
        cursor.expect("=", "after the path of a module");
        cursor.skipLines();
        Expression condition = expressions.condition();
        contents.modules().add(new BicepModule(symbol, path, condition, expressions.read(), at));
        endOfLine();
    }

    private void endOfLine() throws Unreadable {
        cursor.skipBlanks();
        if (!cursor.isAtEnd() && cursor.peek() != '\n') {
            throw cursor.expected("the end of the line after a value");
        }
    }

    private void nested(Expression.Name symbol, Place at) throws Unreadable {
        resource(symbol.name(), at);
    }

    private void resource(String symbol, Place at) throws Unreadable {
        if (symbol.isEmpty()) {
            throw cursor.expected("a name after 'resource'");
        }
        cursor.skipBlanks();
        String type = quoted("the type of the resource");
        int version = type.indexOf('@');
        type = version < 0 ? type : type.substring(0, version);
        cursor.skipBlanks();
        boolean existing = cursor.take("existing");
        cursor.expect("=", "after the type of a resource");
        cursor.skipLines();
        BicepResource outer = around.peek();
        String full = outer == null || type.contains(".") ? type : outer.type() + "/" + type;
        String parent = outer == null ? null : outer.symbol();
        Expression condition = expressions.condition();
        // Its own resources are read with its body, and have to know what they stand in.
        around.push(new BicepResource(symbol, full, existing, parent, condition, new Expression.Name(symbol, at), at));
        Expression body = expressions.read();
        around.pop();
        contents.resources().add(new BicepResource(symbol, full, existing, parent, condition, body, at));
    }

    private String quoted(String what) throws Unreadable {
        if (!cursor.take("'")) {
            throw cursor.expected(what + " in quotes");
        }
        StringBuilder text = new StringBuilder();
        while (!cursor.take("'")) {
            if (cursor.isAtEnd() || cursor.peek() == '\n') {
                throw cursor.expected("\"'\" after " + what);
            }
            text.append(cursor.next());
        }
        return text.toString();
    }

    /** Past a type. What comes then: {@code =} before a value, {@code ?} where the type may be null, or neither. */
    private char skipType() throws Unreadable {
        int depth = 0;
        char last = ' ';
        while (true) {
            skip(depth);
            char c = cursor.peek();
            if (cursor.isAtEnd() || (c == '\n' && depth == 0 && "|=".indexOf(cursor.upcoming()) < 0)) {
                return last;
            }
            if (c == '=' && depth == 0) {
                return cursor.next();
            }
            last = c == '\n' ? last : c;
            depth += skipOne(c);
        }
    }

    private void skipStatement() throws Unreadable {
        int depth = 0;
        while (true) {
            skip(depth);
            char c = cursor.peek();
            if (cursor.isAtEnd() || (c == '\n' && depth <= 0 && mayBegin(cursor.upcoming()))) {
                return;
            }
            depth += skipOne(c);
        }
    }

    private void skip(int depth) throws Unreadable {
        if (depth > 0) {
            cursor.skipLines();
        } else {
            cursor.skipBlanks();
        }
    }

    /** Whether it may be the first of a statement. What is not goes on with the one before. */
    private static boolean mayBegin(char first) {
        return Character.isLetter(first) || first == '_' || first == '@' || first == Cursor.END;
    }

    /** Past a text or a character; how many brackets that opens. */
    private int skipOne(char c) throws Unreadable {
        if (c == '\'') {
            expressions.texts().read(cursor.here());
            return 0;
        }
        cursor.next();
        return "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
    }
}
