package io.github.registrymaven.declared.hcl;

import io.github.registrymaven.declared.hcl.Body.Attribute;
import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file of HCL, or a template. */
public final class HclFile {
    private final Cursor cursor;
    private final ExpressionReader expressions;

    private HclFile(Cursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionReader(cursor);
    }

    /** The blocks and attributes of a file. */
    public static Body read(String text, String file) throws Unreadable {
        return new HclFile(new Cursor(text, file, 1)).body(null);
    }

    /** A text to be filled in that is a file of its own. */
    public static Expression template(String text, String file) throws Unreadable {
        Cursor cursor = new Cursor(text, file, 1);
        return new ExpressionReader(cursor).templates().whole(new Place(file, 1));
    }

    /**
     * @param start where the block begins; null for the file itself
     */
    private Body body(@Nullable Place start) throws Unreadable {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        List<Block> blocks = new ArrayList<>();
        cursor.enter();
        for (cursor.skipLines(); !ends(start); cursor.skipLines()) {
            Place at = cursor.here();
            String name = cursor.identifier();
            if (name.isEmpty()) {
                throw cursor.expected("an attribute or a block" + (start == null ? "" : " or '}'"));
            }
            cursor.skipBlanks();
            if (cursor.peek() == '=' && cursor.peek(1) != '=') {
                cursor.next();
                attributes.put(name, new Attribute(name, expressions.read(), at));
                endOfLine();
            } else {
                blocks.add(block(name, at));
            }
        }
        cursor.leave();
        return new Body(attributes, blocks);
    }

    private boolean ends(@Nullable Place start) throws Unreadable {
        if (start == null) {
            return cursor.isAtEnd();
        }
        if (cursor.isAtEnd()) {
            throw new Unreadable(cursor.here(), "expected '}' to close the block that begins in line " + start.line());
        }
        return cursor.take('}');
    }

    private Block block(String type, Place at) throws Unreadable {
        List<String> labels = new ArrayList<>();
        for (cursor.skipBlanks(); !cursor.take('{'); cursor.skipBlanks()) {
            if (cursor.take('"')) {
                labels.add(label());
            } else {
                String label = cursor.identifier();
                if (label.isEmpty()) {
                    throw cursor.expected("'=' or '{' after " + type);
                }
                labels.add(label);
            }
        }
        return new Block(type, labels, body(at), at);
    }

    private String label() throws Unreadable {
        StringBuilder label = new StringBuilder();
        while (!cursor.take('"')) {
            if (cursor.isAtEnd() || cursor.peek() == '\n') {
                throw cursor.expected("'\"' to end the label");
            }
            label.append(cursor.next());
        }
        return label.toString();
    }

    private void endOfLine() throws Unreadable {
        cursor.skipBlanks();
        if (!cursor.isAtEnd() && cursor.peek() != '\n' && cursor.peek() != '}') {
            throw cursor.expected("the end of the line after the value");
        }
    }
}
