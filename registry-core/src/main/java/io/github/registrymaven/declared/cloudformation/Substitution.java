package io.github.registrymaven.declared.cloudformation;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Fn::Sub}: a text with names in {@code ${…}}, of which {@code ${!…}} stays as it is. */
final class Substitution {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private Substitution() {}

    static Node of(Node argument, Place at, Values values) {
        List<Node> parts = argument.items();
        Node text = argument instanceof Node.Items && !parts.isEmpty() ? parts.get(0) : argument;
        Node own = argument instanceof Node.Items && parts.size() > 1 ? parts.get(1) : new Node.Nothing(at);
        String written = text.text();
        if (written == null) {
            return new Node.Unknown("Sub is worked out only when the stack is made", at);
        }
        Matcher variables = VARIABLE.matcher(written);
        StringBuilder result = new StringBuilder();
        while (variables.find()) {
            if (!variables.group(1).isEmpty()) {
                variables.appendReplacement(result, Matcher.quoteReplacement("${" + variables.group(2) + "}"));
                continue;
            }
            Node value = variable(variables.group(2).strip(), own, at, values);
            if (value.text() == null) {
                // Part of a text is no reference to the resource any more.
                String reason =
                        value instanceof Node.Unknown unknown ? unknown.reason() : variables.group(2) + " is no text";
                return new Node.Unknown(
                        reason, Node.Clue.literal(VARIABLE.matcher(written).replaceAll(Node.Clue.GAP)), at);
            }
            variables.appendReplacement(result, Matcher.quoteReplacement(String.valueOf(value.text())));
        }
        return new Node.Text(variables.appendTail(result).toString(), at);
    }

    private static Node variable(String name, Node own, Place at, Values values) {
        Node given = own.get(name);
        if (!given.isNothing()) {
            return values.of(given);
        }
        return name.contains(".") && !name.startsWith("AWS::")
                ? new Node.Unknown(name + " is known only once the stack is made", at)
                : values.reference(name, at);
    }
}
