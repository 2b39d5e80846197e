package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a variable's type makes of its value: mainly, {@code optional} fills in what an object lacks. */
final class TypeConstraint {
    private TypeConstraint() {}

    static Node convert(Expression type, Node value, Scope scope) {
        if (value instanceof Node.Unknown || value.isNothing()) {
            return value;
        }
        if (type instanceof Expression.Name name) {
            return primitive(name.name(), value);
        }
        if (!(type instanceof Expression.Call call) || call.arguments().size() != 1) {
            return value;
        }
        Expression of = call.arguments().get(0);
        return switch (call.function()) {
            case "list" -> new Node.Items(each(of, value.items(), scope), value.at());
            case "set" -> CollectionFunctions.set(each(of, value.items(), scope), value.at());
            case "map" -> map(of, value, scope);
            case "object" -> object(of, value, scope);
            default -> value;
        };
    }

    private static Node primitive(String type, Node value) {
        String text = value.text();
        if (text == null) {
            return value;
        }
        BigDecimal number = Operators.number(value);
        Boolean flag = value.flag();
        return switch (type) {
            case "string" -> value instanceof Node.Text ? value : new Node.Text(text, value.at());
            case "number" -> number == null ? value : new Node.Numeral(number, value.at());
            case "bool" -> flag == null ? value : new Node.Flag(flag, value.at());
            default -> value;
        };
    }

    private static List<Node> each(Expression type, List<Node> items, Scope scope) {
        List<Node> converted = new ArrayList<>();
        items.forEach(item -> converted.add(convert(type, item, scope)));
        return converted;
    }

    private static Node map(Expression type, Node value, Scope scope) {
        if (!(value instanceof Node.Fields object)) {
            return value;
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        object.fields().forEach((key, field) -> fields.put(key, convert(type, field, scope)));
        return new Node.Fields(fields, object.resource(), object.at());
    }

    private static Node object(Expression shape, Node value, Scope scope) {
        if (!(value instanceof Node.Fields object) || !(shape instanceof Expression.Mapping mapping)) {
            return value;
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (Expression.Entry entry : mapping.entries()) {
            if (!(entry.key() instanceof Expression.Name name)) {
                return value;
            }
            Node given = object.fields().getOrDefault(name.name(), new Node.Nothing(value.at()));
            if (entry.value() instanceof Expression.Call call
                    && call.function().equals("optional")
                    && !call.arguments().isEmpty()) {
                boolean standard = given.isNothing() && call.arguments().size() > 1;
                Node field = standard ? Evaluator.evaluate(call.arguments().get(1), scope) : given;
                fields.put(name.name(), convert(call.arguments().get(0), field, scope));
            } else if (object.fields().containsKey(name.name())) {
                fields.put(name.name(), convert(entry.value(), given, scope));
            }
        }
        return new Node.Fields(fields, object.resource(), object.at());
    }
}
