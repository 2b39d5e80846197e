package io.github.registrymaven.declared.hcl;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** Reads texts: in quotes, as a heredoc, or as a file of their own. */
final class TemplateReader {
    private final Cursor cursor;
    private final ExpressionReader expressions;

    TemplateReader(Cursor cursor, ExpressionReader expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** From after the first quote to past the last. */
    Expression quoted(Place at) throws Unreadable {
        Parts parts = new Parts();
        while (!cursor.take('"')) {
            if (cursor.isAtEnd() || cursor.peek() == '\n') {
                throw cursor.expected("'\"' to end the text");
            }
            if (cursor.peek() == '\\') {
                cursor.next();
                escape(parts);
            } else {
                part(parts);
            }
        }
        return expression(parts.done(), at);
    }

    /** {@code <<EOT} or {@code <<-EOT} and all lines up to that word. */
    Expression heredoc(Place at) throws Unreadable {
        Heredoc heredoc = Heredoc.read(cursor);
        Cursor inner = cursor.within(heredoc.text(), heredoc.line());
        return new ExpressionReader(inner).templates().whole(at);
    }

    /** Everything up to the end. */
    Expression whole(Place at) throws Unreadable {
        Parts parts = new Parts();
        while (!cursor.isAtEnd()) {
            part(parts);
        }
        return expression(parts.done(), at);
    }

    private static Expression expression(List<TemplatePart> parts, Place at) {
        if (parts.isEmpty()) {
            return ExpressionReader.literal(new Node.Text("", at));
        }
        if (parts.size() == 1 && parts.get(0) instanceof TemplatePart.Fixed fixed) {
            return ExpressionReader.literal(new Node.Text(fixed.text(), at));
        }
        return new Expression.Template(parts, at);
    }

    private void part(Parts parts) throws Unreadable {
        String plain = cursor.plain();
        if (!plain.isEmpty()) {
            parts.add(plain);
        } else if (cursor.take("$${")) {
            parts.add("${");
        } else if (cursor.take("%%{")) {
            parts.add("%{");
        } else if (cursor.take("${")) {
            parts.trimBefore(cursor.take('~'));
            parts.add(new TemplatePart.Filled(filled()));
            parts.trimAfter(closed());
        } else if (cursor.take("%{")) {
            parts.trimBefore(cursor.take('~'));
            directive(parts);
        } else {
            parts.add(cursor.next());
        }
    }

    private Expression filled() throws Unreadable {
        cursor.open();
        Expression value = expressions.read();
        cursor.skipBlanks();
        cursor.close();
        return value;
    }

    /** Whether blanks after it are taken away. */
    private boolean closed() throws Unreadable {
        boolean trims = cursor.take('~');
        if (!cursor.take('}')) {
            throw cursor.expected("'}' to end what is filled in");
        }
        return trims;
    }

    private void directive(Parts parts) throws Unreadable {
        String word = keyword();
        cursor.enter();
        if (word.equals("if")) {
            Expression condition = filled();
            List<TemplatePart> yes = new ArrayList<>();
            List<TemplatePart> no = new ArrayList<>();
            if (inner(yes, closed()).equals("else")) {
                inner(no, closed());
            }
            parts.add(new TemplatePart.Choice(condition, yes, no));
        } else if (word.equals("for")) {
            CollectionReader.Names names = new CollectionReader(cursor, expressions).names();
            Expression of = filled();
            List<TemplatePart> body = new ArrayList<>();
            inner(body, closed());
            parts.add(new TemplatePart.Loop(names.key(), names.value(), of, body));
        } else {
            throw cursor.expected("'if' or 'for' after '%{'");
        }
        cursor.leave();
        parts.trimAfter(closed());
    }

    /** Up to the directive that ends it, which is given back; its end is still to come. */
    private String inner(List<TemplatePart> into, boolean trimmed) throws Unreadable {
        Parts parts = new Parts();
        parts.trimAfter(trimmed);
        while (true) {
            if (cursor.isAtEnd()) {
                throw cursor.expected("'%{endif}' or '%{endfor}'");
            }
            if (!cursor.startsWith("%{")) {
                part(parts);
                continue;
            }
            cursor.take("%{");
            boolean trims = cursor.take('~');
            parts.trimBefore(trims);
            cursor.skipBlanks();
            if (cursor.startsWith("else") || cursor.startsWith("endif") || cursor.startsWith("endfor")) {
                into.addAll(parts.done());
                String word = cursor.identifier();
                cursor.skipBlanks();
                return word;
            }
            directive(parts);
        }
    }

    private String keyword() throws Unreadable {
        cursor.skipBlanks();
        return cursor.identifier();
    }

    private void escape(Parts parts) throws Unreadable {
        char c = cursor.isAtEnd() ? Cursor.END : cursor.next();
        switch (c) {
            case 'n' -> parts.add('\n');
            case 'r' -> parts.add('\r');
            case 't' -> parts.add('\t');
            case '"', '\\' -> parts.add(c);
            case 'u' -> parts.add(codePoint(4));
            case 'U' -> parts.add(codePoint(8));
            default -> throw new Unreadable(cursor.here(), "expected \\n, \\r, \\t, \\\", \\\\ or \\u after '\\'");
        }
    }

    private String codePoint(int digits) throws Unreadable {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(cursor.peek(), 16);
            if (digit < 0) {
                throw cursor.expected(digits + " hexadecimal digits");
            }
            value = value * 16 + digit;
            cursor.next();
        }
        if (!Character.isValidCodePoint(value)) {
            throw new Unreadable(cursor.here(), "expected a character of Unicode");
        }
        return Character.toString(value);
    }
}
