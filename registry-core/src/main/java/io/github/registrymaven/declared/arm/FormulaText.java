package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.hcl.Cursor;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.hcl.TemplatePart;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** Reads texts: in Bicep with escapes and parts to fill in, in ARM with doubled quotes and nothing else. */
final class FormulaText {
    private final Cursor cursor;
    private final FormulaReader expressions;
    private final boolean bicep;

    FormulaText(Cursor cursor, FormulaReader expressions, boolean bicep) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.bicep = bicep;
    }

    Expression read(Place at) throws Unreadable {
        int dollars = 0;
        while (bicep && cursor.take("$")) {
            dollars++;
        }
        if (bicep && cursor.take("'''")) {
            return dollars == 0 ? new Expression.Literal(new Node.Text(lines(at), at)) : filledLines(dollars, at);
        }
        if (!cursor.take("'")) {
            throw cursor.expected("a value");
        }
        List<TemplatePart> parts = new ArrayList<>();
        StringBuilder fixed = new StringBuilder();
        while (!ends(fixed)) {
            if (cursor.isAtEnd() || (bicep && cursor.peek() == '\n')) {
                throw cursor.expected("\"'\" to end the text");
            }
            if (bicep && cursor.take("${")) {
                add(parts, fixed);
                cursor.open();
                parts.add(new TemplatePart.Filled(expressions.read()));
                cursor.expect("}", "to end what is filled in");
                cursor.close();
            } else if (bicep && cursor.peek() == '\\') {
                cursor.next();
                fixed.append(escape());
            } else {
                fixed.append(cursor.next());
            }
        }
        if (parts.isEmpty()) {
            return new Expression.Literal(new Node.Text(fixed.toString(), at));
        }
        add(parts, fixed);
        return new Expression.Template(parts, at);
    }

    private boolean ends(StringBuilder fixed) {
        if (!cursor.take("'")) {
            return false;
        }
        if (!bicep && cursor.take("'")) {
            fixed.append('\'');
            return false;
        }
        return true;
    }

    private static void add(List<TemplatePart> parts, StringBuilder fixed) {
        if (fixed.length() > 0) {
            parts.add(new TemplatePart.Fixed(fixed.toString()));
            fixed.setLength(0);
        }
    }

    private String escape() throws Unreadable {
        if (cursor.take("u{")) {
            StringBuilder digits = new StringBuilder();
            while (Character.digit(cursor.peek(), 16) >= 0 && digits.length() < 6) {
                digits.append(cursor.next());
            }
            int code = digits.length() == 0 ? -1 : Integer.parseInt(digits.toString(), 16);
            if (!Character.isValidCodePoint(code) || !cursor.take("}")) {
                throw cursor.expected("a character as in \\u{1F600}");
            }
            return Character.toString(code);
        }
        char c = cursor.isAtEnd() ? Cursor.END : cursor.next();
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '\'', '\\', '$' -> String.valueOf(c);
            default ->
                throw new Unreadable(cursor.here(), "expected \\n, \\r, \\t, \\', \\\\, \\$ or \\u{…} after '\\'");
        };
    }

    /** Between three quotes nothing is filled in, and a first line break does not count. */
    private String lines(Place at) throws Unreadable {
        StringBuilder text = new StringBuilder();
        skipFirstBreak();
        while (!cursor.take("'''")) {
            text.append(withinLines(at));
        }
        return text.toString();
    }

    /** The same behind as many {@code $} as stand before the braces of what is filled in. */
    private Expression filledLines(int dollars, Place at) throws Unreadable {
        String filled = "$".repeat(dollars) + "{";
        List<TemplatePart> parts = new ArrayList<>();
        StringBuilder fixed = new StringBuilder();
        skipFirstBreak();
        while (!cursor.take("'''")) {
            if (cursor.take(filled)) {
                add(parts, fixed);
                cursor.open();
                parts.add(new TemplatePart.Filled(expressions.read()));
                cursor.expect("}", "to end what is filled in");
                cursor.close();
            } else {
                fixed.append(withinLines(at));
            }
        }
        add(parts, fixed);
        return new Expression.Template(parts, at);
    }

    private char withinLines(Place at) throws Unreadable {
        if (cursor.isAtEnd()) {
            throw new Unreadable(at, "expected \"'''\" to end the text that begins here");
        }
        return cursor.next();
    }

    private void skipFirstBreak() {
        if (!cursor.take("\r\n")) {
            cursor.take("\n");
        }
    }
}
