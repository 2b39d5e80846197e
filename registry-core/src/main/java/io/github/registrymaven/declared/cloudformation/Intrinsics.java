package io.github.registrymaven.declared.cloudformation;

import io.github.registrymaven.declared.json.JsonText;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** CloudFormation's functions. */
final class Intrinsics {
    private Intrinsics() {}

    static Node call(String function, Node argument, Place at, Values values) {
        return switch (function) {
            case "Ref" ->
                argument.text() == null ? unknown(function, at) : values.reference(String.valueOf(argument.text()), at);
            case "GetAtt" -> attribute(argument, at, values);
            case "Sub" -> Substitution.of(argument, at, values);
            case "If" -> choice(argument, at, values);
            case "Join" -> joined(argument, at, values);
            case "Select" -> selected(argument, at, values);
            case "Split" -> split(argument, at, values);
            case "FindInMap" -> mapped(argument, at, values);
            case "ToJsonString" -> JsonText.of(values.of(argument));
            case "Base64" -> encoded(values.of(argument), at);
            default -> unknown(function, at);
        };
    }

    private static Node unknown(String function, Place at) {
        return new Node.Unknown(function + " is worked out only when the stack is made", at);
    }

    private static Node attribute(Node argument, Place at, Values values) {
        String text = argument instanceof Node.Items list && !list.items().isEmpty()
                ? list.items().get(0).text()
                : argument.text();
        if (text == null) {
            return unknown("GetAtt", at);
        }
        String id = text.contains(".") ? text.substring(0, text.indexOf('.')) : text;
        return values.template().get("Resources").get(id).isNothing()
                ? unknown("GetAtt", at)
                : new Node.Unknown(id + " is known only once the stack is made", Node.Clue.from(id), at);
    }

    private static Node choice(Node argument, Place at, Values values) {
        List<Node> parts = argument.items();
        String condition = parts.size() == 3 ? parts.get(0).text() : null;
        Boolean holds = condition == null ? null : values.holds(condition);
        if (holds == null) {
            return new Node.Unknown("the condition " + condition + " cannot be decided here", at);
        }
        return values.of(parts.get(holds ? 1 : 2));
    }

    private static Node joined(Node argument, Place at, Values values) {
        List<Node> parts = argument.items();
        String separator = parts.size() == 2 ? parts.get(0).text() : null;
        if (separator == null) {
            return unknown("Join", at);
        }
        List<String> texts = new ArrayList<>();
        Node missing = null;
        for (Node item : values.of(parts.get(1)).items()) {
            String text = item.text();
            missing = text == null ? item : missing;
            texts.add(text == null ? Node.Clue.GAP : text);
        }
        String joined = String.join(separator, texts);
        if (missing == null) {
            return new Node.Text(joined, at);
        }
        String reason = missing instanceof Node.Unknown unknown ? unknown.reason() : "Join is given no text";
        return new Node.Unknown(reason, Node.Clue.literal(joined), at);
    }

    private static Node selected(Node argument, Place at, Values values) {
        List<Node> parts = argument.items();
        String index = parts.size() == 2 ? values.of(parts.get(0)).text() : null;
        Node list = parts.size() == 2 ? values.of(parts.get(1)) : argument;
        if (index == null || !index.matches("\\d{1,4}") || !(list instanceof Node.Items items)) {
            return list instanceof Node.Unknown ? list : unknown("Select", at);
        }
        int position = Integer.parseInt(index);
        return position < items.items().size() ? items.items().get(position) : unknown("Select", at);
    }

    private static Node split(Node argument, Place at, Values values) {
        List<Node> parts = argument.items();
        String separator = parts.size() == 2 ? parts.get(0).text() : null;
        Node whole = parts.size() == 2 ? values.of(parts.get(1)) : argument;
        if (separator == null || separator.isEmpty() || whole.text() == null) {
            return whole instanceof Node.Unknown ? whole : unknown("Split", at);
        }
        List<Node> texts = new ArrayList<>();
        for (String text : String.valueOf(whole.text()).split(Pattern.quote(separator), -1)) {
            texts.add(new Node.Text(text, at));
        }
        return new Node.Items(texts, at);
    }

    private static Node mapped(Node argument, Place at, Values values) {
        Node found = values.template().get("Mappings");
        for (Node part :
                argument.items().subList(0, Math.min(3, argument.items().size()))) {
            Node key = values.of(part);
            if (key.text() == null) {
                return key instanceof Node.Unknown ? key : unknown("FindInMap", at);
            }
            found = found.get(String.valueOf(key.text()));
        }
        return found.isNothing() ? unknown("FindInMap", at) : found;
    }

    private static Node encoded(Node value, Place at) {
        return value.text() == null
                ? value
                : new Node.Text(
                        Base64.getEncoder()
                                .encodeToString(String.valueOf(value.text()).getBytes(StandardCharsets.UTF_8)),
                        at);
    }
}
