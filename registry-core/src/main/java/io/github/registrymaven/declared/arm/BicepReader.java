package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.hcl.Cursor;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the statements of a file of Bicep: parameters, variables and resources; all others are passed over. */
final class BicepReader {
    private final Cursor cursor;
    private final Map<String, Expression> values;
    private final List<BicepResource> resources = new ArrayList<>();
    private final FormulaReader expressions;
    private final Deque<BicepResource> around = new ArrayDeque<>();

    /**
     * @param values where to put parameters' defaults and variables
     */
    BicepReader(Cursor cursor, Map<String, Expression> values) {
        this.cursor = cursor;
        this.values = values;
        this.expressions = new FormulaReader(cursor, true, this::nested);
    }

    List<BicepResource> read() throws Unreadable {
        for (cursor.skipLines(); !cursor.isAtEnd(); cursor.skipLines()) {
            Place at = cursor.here();
            if (cursor.take("@")) {
                expressions.read();
                continue;
            }
            String word = cursor.identifier();
            cursor.skipBlanks();
            switch (word) {
                case "param", "var" -> value();
                case "resource" -> {
                    resource(cursor.identifier(), at);
                    endOfLine();
                }
                case "" -> throw cursor.expected("param, var, resource or another statement");
                default -> skipStatement();
            }
        }
        return resources;
    }

    private void value() throws Unreadable {
        String name = cursor.identifier();
        if (name.isEmpty()) {
            throw cursor.expected("a name");
        }
        if (skipType()) {
            values.put(name, expressions.read());
            endOfLine();
        }
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
        String type = type();
        cursor.skipBlanks();
        boolean existing = cursor.take("existing");
        cursor.expect("=", "after the type of a resource");
        cursor.skipLines();
        BicepResource outer = around.peek();
        String full = outer == null || type.contains(".") ? type : outer.type() + "/" + type;
        String parent = outer == null ? null : outer.symbol();
        Expression condition = condition();
        // Its own resources are read with its body, and have to know what they stand in.
        around.push(new BicepResource(symbol, full, existing, parent, condition, new Expression.Name(symbol, at), at));
        Expression body = expressions.read();
        around.pop();
        resources.add(new BicepResource(symbol, full, existing, parent, condition, body, at));
    }

    private @Nullable Expression condition() throws Unreadable {
        if (!cursor.startsWith("if")) {
            return null;
        }
        cursor.take("if");
        cursor.skipBlanks();
        // In brackets of its own, so that what follows is not taken for a part of it.
        cursor.expect("(", "after 'if'");
        cursor.open();
        Expression condition = expressions.read();
        cursor.expect(")", "after the condition");
        cursor.close();
        cursor.skipBlanks();
        return condition;
    }

    private String type() throws Unreadable {
        if (!cursor.take("'")) {
            throw cursor.expected("the type of the resource in quotes");
        }
        StringBuilder type = new StringBuilder();
        while (!cursor.take("'")) {
            if (cursor.isAtEnd() || cursor.peek() == '\n') {
                throw cursor.expected("\"'\" after the type of the resource");
            }
            type.append(cursor.next());
        }
        int version = type.indexOf("@");
        return version < 0 ? type.toString() : type.substring(0, version);
    }

    /** Past a type; whether a value follows. */
    private boolean skipType() throws Unreadable {
        int depth = 0;
        while (true) {
            if (depth > 0) {
                cursor.skipLines();
            } else {
                cursor.skipBlanks();
            }
            char c = cursor.peek();
            if (cursor.isAtEnd() || (c == '\n' && depth == 0)) {
                return false;
            }
            if (c == '=' && depth == 0) {
                cursor.next();
                return true;
            }
            depth += skipOne(c);
        }
    }

    private void skipStatement() throws Unreadable {
        int depth = 0;
        while (true) {
            if (depth > 0) {
                cursor.skipLines();
            } else {
                cursor.skipBlanks();
            }
            char c = cursor.peek();
            if (cursor.isAtEnd() || (c == '\n' && depth <= 0)) {
                return;
            }
            depth += skipOne(c);
        }
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
