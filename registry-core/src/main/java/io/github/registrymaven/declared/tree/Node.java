package io.github.registrymaven.declared.tree;

import io.github.registrymaven.policy.Setting;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value, with the place it was written at. Immutable.
 *
 * <p>Where it came from a resource's attribute, {@code resource} is that resource's address: this is how a policy finds its
 * repository although the repository's name is known only once the code is applied.
 */
public sealed interface Node {
    Place at();

    /** The address of the resource this was taken from, if it was. */
    default @Nullable String resource() {
        return null;
    }

    /** Text. */
    record Text(String value, @Nullable String resource, Place at) implements Node {
        public Text(String value, Place at) {
            this(value, null, at);
        }
    }

    /** A number. */
    record Numeral(BigDecimal value, Place at) implements Node {
        /** As it is written, however large it is: {@code 1E+9999999} is not spelt out. */
        @Override
        public String text() {
            return Math.abs((long) value.scale()) > 400 ? value.toString() : value.toPlainString();
        }
    }

    /** True or false. */
    record Flag(boolean value, Place at) implements Node {}

    /** Nothing: {@code null}, or not written at all. */
    record Nothing(Place at) implements Node {}

    /**
     * A list, and in Terraform the blocks of one name.
     *
     * @param set whether its items have no positions, as in a set of Terraform
     */
    record Items(List<Node> items, boolean set, Place at) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        public Items(List<Node> items, Place at) {
            this(items, false, at);
        }
    }

    /** Named values, in the order in which they are written. */
    record Fields(Map<String, Node> fields, @Nullable String resource, Place at) implements Node {
        /** The name under which stands what all other fields are, where more may be set than is written. Nobody writes it. */
        public static final String OTHERS = Clue.GAP;

        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Fields(Map<String, Node> fields, Place at) {
            this(fields, null, at);
        }

        /** An object of which nothing more is known than these fields. */
        public static Fields open(Map<String, Node> known, Unknown others, Place at) {
            Map<String, Node> fields = new LinkedHashMap<>(known);
            fields.putIfAbsent(OTHERS, others);
            return new Fields(fields, at);
        }
    }

    /**
     * What cannot be known from the files.
     *
     * @param reason why, as part of a sentence: {@code var.env has no value here}
     * @param clue what is known of it all the same
     */
    record Unknown(String reason, Clue clue, Place at) implements Node {
        public Unknown(String reason, Place at) {
            this(reason, Clue.NONE, at);
        }

        @Override
        public @Nullable String resource() {
            return clue.resource();
        }

        /** Why, with the place. */
        public String inWords() {
            return reason + " (" + at + ")";
        }

        /** The same for a setting. */
        public <T> Setting<T> unseen() {
            return new Setting.Unseen<>(inWords());
        }
    }

    /**
     * What is known of a value that is not.
     *
     * @param invalid whether the language itself would refuse the expression, which Terraform's {@code try} tells apart
     * @param literal of a text, what is known, with {@link #GAP} for each part that is not; empty where nothing is
     * @param tree of a text that will be JSON, what will be in it
     */
    record Clue(
            boolean invalid,
            @Nullable String resource,
            String literal,
            @Nullable Node tree) {
        /** Stands for what is not known within a text. Nobody writes it: it is Unicode's own for what is no text. */
        public static final String GAP = "\uFFFC";

        public static final Clue NONE = new Clue(false, null, "", null);
        public static final Clue INVALID = new Clue(true, null, "", null);

        public static Clue from(String resource) {
            return new Clue(false, resource, "", null);
        }

        public static Clue literal(String known) {
            return new Clue(false, null, known, null);
        }

        public static Clue json(Node tree) {
            return new Clue(false, null, "", tree);
        }
    }

    /** The same value, written elsewhere. */
    default Node movedTo(Place place) {
        if (this instanceof Text text) {
            return new Text(text.value(), text.resource(), place);
        }
        if (this instanceof Numeral number) {
            return new Numeral(number.value(), place);
        }
        if (this instanceof Flag flag) {
            return new Flag(flag.value(), place);
        }
        if (this instanceof Items list) {
            return new Items(list.items(), list.set(), place);
        }
        if (this instanceof Fields object) {
            return new Fields(object.fields(), object.resource(), place);
        }
        return this instanceof Unknown unknown
                ? new Unknown(unknown.reason(), unknown.clue(), place)
                : new Nothing(place);
    }

    /** The same value with all that is in it, written in one place. */
    default Node gatheredAt(Place place) {
        if (this instanceof Fields object) {
            Map<String, Node> fields = new LinkedHashMap<>();
            object.fields().forEach((name, field) -> fields.put(name, field.gatheredAt(place)));
            return new Fields(fields, place);
        }
        return this instanceof Items list
                ? new Items(
                        list.items().stream()
                                .map(item -> item.gatheredAt(place))
                                .toList(),
                        place)
                : movedTo(place);
    }

    /** The names of its fields; none where it has none. */
    default Set<String> names() {
        return this instanceof Fields object ? object.fields().keySet() : Set.of();
    }

    /** The field that goes by one of these names. A block that stands alone is as good as its only item. */
    default Node get(String... names) {
        if (this instanceof Unknown) {
            return this;
        }
        if (this instanceof Items list && list.items().size() == 1) {
            return list.items().get(0).get(names);
        }
        if (this instanceof Fields object) {
            for (String name : names) {
                Node field = object.fields().get(name);
                if (field != null && !(field instanceof Nothing)) {
                    return field;
                }
            }
            Node others = object.fields().get(Fields.OTHERS);
            if (others != null) {
                return others;
            }
        }
        return new Nothing(at());
    }

    /** The values of a list; a value that stands alone is a list of one, and nothing a list of none. */
    default List<Node> items() {
        if (this instanceof Items list) {
            return list.items();
        }
        return this instanceof Nothing ? List.of() : List.of(this);
    }

    /** As text; null where it is neither text nor a number or boolean, which these languages turn into each other. */
    default @Nullable String text() {
        if (this instanceof Text text) {
            return text.value();
        }
        if (this instanceof Numeral number) {
            return number.text();
        }
        return this instanceof Flag flag ? String.valueOf(flag.value()) : null;
    }

    /** As a boolean, which templates also write as text; null where it is none. */
    default @Nullable Boolean flag() {
        String text = text();
        if ("true".equalsIgnoreCase(text)) {
            return true;
        }
        return "false".equalsIgnoreCase(text) ? false : null;
    }

    /** Whether nothing is written there. */
    default boolean isNothing() {
        return this instanceof Nothing;
    }
}
