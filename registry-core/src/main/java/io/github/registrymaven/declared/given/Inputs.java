package io.github.registrymaven.declared.given;

import io.github.registrymaven.declared.json.JsonText;
import io.github.registrymaven.declared.tree.Doubt;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of the values that a template's parameters are given. Immutable. */
public final class Inputs {
    /** Of a template that is deployed as it is. */
    public static final Inputs NONE = new Inputs(List.of());

    private static final int MOST_NAMED = 3;

    private final List<Given> all;

    public Inputs(List<Given> all) {
        this.all = List.copyOf(all);
    }

    /** What a template gives to one that stands within it. */
    public static Inputs within(Node values) {
        return new Inputs(List.of(new Given("", values, true, true)));
    }

    /**
     * The value of a parameter. Where a template is given several, as one for each environment, it is not known which.
     *
     * @param standard its default; null where it has none
     */
    public Node value(String name, @Nullable Node standard, Place at) {
        List<Node> values = new ArrayList<>();
        for (Given given : all) {
            Node value = given.values().get(name);
            if (!value.isNothing()) {
                values.add(value);
            } else if (standard != null) {
                values.add(standard);
            }
        }
        if (standard != null && all.stream().noneMatch(Given::certain)) {
            values.add(standard);
        }
        if (values.isEmpty()) {
            return new Node.Unknown("the parameter " + name + " has no default", at);
        }
        Node first = values.get(0);
        return values.stream().allMatch(value -> value == first || isSame(first, value))
                ? plain(first)
                : new Node.Unknown("the parameter " + name + " depends on which is used of " + files(), at);
    }

    /** A file that is used in no case is not deployed. */
    public boolean areOfNothingMade() {
        return !all.isEmpty() && all.stream().allMatch(given -> Boolean.FALSE.equals(given.made()));
    }

    /** Why what is made of the template may not be made; null where it is. */
    public @Nullable Doubt doubt() {
        if (all.isEmpty() || all.stream().anyMatch(given -> Boolean.TRUE.equals(given.made()))) {
            return null;
        }
        Given first = all.get(0);
        return new Doubt(
                Set.of("used by " + first.by()),
                "whether " + first.by() + " deploys it is not known",
                first.values().at());
    }

    private String files() {
        List<String> files = all.stream().map(Given::by).distinct().toList();
        String names = files.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        boolean withDefault = all.stream().noneMatch(Given::certain);
        return names + (withDefault ? " and its default" : files.size() > MOST_NAMED ? " and others" : "");
    }

    private static boolean isSame(Node one, Node other) {
        if (one instanceof Node.Unknown || other instanceof Node.Unknown) {
            return one.equals(other);
        }
        String text = one.text();
        if (text != null || other.text() != null) {
            return text != null && text.equals(other.text());
        }
        String json = JsonText.of(one).text();
        return json != null && json.equals(JsonText.of(other).text());
    }

    /** Without what it refers to, which is a resource of another template. */
    private static Node plain(Node value) {
        if (value instanceof Node.Text text) {
            return new Node.Text(text.value(), text.at());
        }
        return value instanceof Node.Unknown unknown
                ? new Node.Unknown(
                        unknown.reason(), Node.Clue.literal(unknown.clue().literal()), unknown.at())
                : value;
    }
}
