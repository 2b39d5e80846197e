package io.github.registrymaven.declared.hcl;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands right of an {@code =}. */
public sealed interface Expression {
    /** Where it begins. */
    Place at();

    /** A number, {@code true}, {@code false}, {@code null}, or a text with nothing to fill in. */
    record Literal(Node value) implements Expression {
        @Override
        public Place at() {
            return value.at();
        }
    }

    /** A text with parts to fill in. */
    record Template(List<TemplatePart> parts, Place at) implements Expression {}

    /** A name on its own, or the beginning of {@code name.attribute}. */
    record Name(String name, Place at) implements Expression {}

    /** {@code of.name} */
    record Attribute(Expression of, String name, Place at) implements Expression {}

    /** {@code of[index]} */
    record Index(Expression of, Expression index, Place at) implements Expression {}

    /**
     * {@code of[*].name}
     *
     * @param each what to take of each, where the {@link Name} {@link #EACH} stands for it
     */
    record Splat(Expression of, Expression each, Place at) implements Expression {
        /** No name that can be written. */
        public static final String EACH = "*";
    }

    /**
     * {@code function(arguments)}
     *
     * @param spread whether the last argument is a list of arguments, as {@code ...} makes it
     */
    record Call(String function, List<Expression> arguments, boolean spread, Place at) implements Expression {}

    /** {@code [a, b]} */
    record Tuple(List<Expression> items, Place at) implements Expression {}

    /** <code>{a = b}</code> */
    record Mapping(List<Entry> entries, Place at) implements Expression {}

    /**
     * An entry of a mapping.
     *
     * @param key a {@link Name} on its own is the key itself
     */
    record Entry(Expression key, Expression value) {}

    /**
     * {@code [for key, value in of : result if condition]}
     *
     * @param keyName null where only the value has a name
     * @param key null where a list comes of it
     * @param grouped whether values of one key are gathered, as {@code ...} makes it
     */
    record For(
            @Nullable String keyName,
            String valueName,
            Expression of,
            @Nullable Expression key,
            Expression result,
            @Nullable Expression condition,
            boolean grouped,
            Place at)
            implements Expression {}

    /** {@code condition ? yes : no} */
    record Conditional(Expression condition, Expression yes, Expression no, Place at) implements Expression {}

    /** {@code left operator right} */
    record Binary(String operator, Expression left, Expression right, Place at) implements Expression {}

    /** {@code !of} or {@code -of} */
    record Unary(char operator, Expression of, Place at) implements Expression {}
}
