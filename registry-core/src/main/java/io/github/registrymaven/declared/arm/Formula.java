package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.hcl.TemplatePart;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out an expression of ARM or Bicep. Not thread-safe. */
final class Formula {
    /** What an object with {@code ...} in it is read as: no function can be called so. */
    static final String SPREAD = "...";

    private static final int DEEPEST = 300;
    private static final int MOST_STEPS = 500_000;
    private static final int LONGEST = 1_000_000;

    private final Names names;
    private int depth;
    private int steps;

    Formula(Names names) {
        this.names = names;
    }

    Node value(Expression expression) {
        try {
            return ++depth > DEEPEST || ++steps > MOST_STEPS
                    ? unknown("it takes too much to work out", expression.at())
                    : worked(expression);
        } finally {
            depth--;
        }
    }

    private Node worked(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Name name) {
            return names.value("", name.name(), name.at());
        }
        if (expression instanceof Expression.Template template) {
            return text(template);
        }
        if (expression instanceof Expression.Tuple tuple) {
            List<Node> items = new ArrayList<>();
            tuple.items().forEach(item -> items.add(value(item)));
            return new Node.Items(items, tuple.at());
        }
        if (expression instanceof Expression.Mapping mapping) {
            return mapping(mapping);
        }
        if (expression instanceof Expression.Attribute attribute) {
            return field(value(attribute.of()), attribute.name(), attribute.at());
        }
        if (expression instanceof Expression.Index index) {
            return item(value(index.of()), value(index.index()), index.at());
        }
        if (expression instanceof Expression.Conditional choice) {
            return choice(value(choice.condition()), choice.yes(), choice.no(), choice.at());
        }
        if (expression instanceof Expression.Binary binary) {
            return operation(binary);
        }
        if (expression instanceof Expression.Unary unary) {
            return signed(unary.operator(), value(unary.of()), unary.at());
        }
        return expression instanceof Expression.Call call
                ? call(call)
                : unknown("it is worked out only when it is deployed", expression.at());
    }

    private static Node signed(char sign, Node of, Place at) {
        if (sign == '!') {
            return FormulaFunctions.not(of, at);
        }
        return of instanceof Node.Numeral number
                ? new Node.Numeral(number.value().negate(), at)
                : unknown("it is not worked out here", at);
    }

    private Node text(Expression.Template template) {
        StringBuilder text = new StringBuilder();
        String missing = null;
        for (TemplatePart part : template.parts()) {
            if (part instanceof TemplatePart.Fixed fixed) {
                text.append(fixed.text());
            } else if (part instanceof TemplatePart.Filled filled) {
                Node value = value(filled.value());
                String known = value.text();
                if (known == null || text.length() > LONGEST) {
                    missing = value instanceof Node.Unknown unknown ? unknown.reason() : "what is filled in is no text";
                }
                text.append(known == null ? Node.Clue.GAP : known);
            }
        }
        return missing == null
                ? new Node.Text(text.toString(), template.at())
                : new Node.Unknown(missing, Node.Clue.literal(text.toString()), template.at());
    }

    private Node mapping(Expression.Mapping mapping) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (Expression.Entry entry : mapping.entries()) {
            String key = entry.key() instanceof Expression.Name name
                    ? name.name()
                    : value(entry.key()).text();
            if (key == null) {
                return unknown("a key is not known", mapping.at());
            }
            fields.put(key, value(entry.value()).movedTo(entry.key().at()));
        }
        return new Node.Fields(fields, mapping.at());
    }

    private static Node field(Node of, String name, Place at) {
        if (of instanceof Node.Unknown unknown) {
            return new Node.Unknown(unknown.reason(), unknown.clue(), at);
        }
        if (!(of instanceof Node.Fields object)) {
            return unknown("there is no " + name + " in it", at);
        }
        Node others = object.fields().getOrDefault(Node.Fields.OTHERS, unknown("there is no " + name + " in it", at));
        return object.fields().getOrDefault(name, others);
    }

    private static Node item(Node of, Node index, Place at) {
        String key = index.text();
        if (of instanceof Node.Items list && key != null && key.matches("\\d{1,6}")) {
            int position = Integer.parseInt(key);
            return position < list.items().size() ? list.items().get(position) : unknown("the list is shorter", at);
        }
        return key == null ? unknown("an index is not known", at) : field(of, key, at);
    }

    private Node choice(Node condition, Expression yes, Expression no, Place at) {
        Boolean holds = condition.flag();
        if (holds == null) {
            return unknown(
                    condition instanceof Node.Unknown unknown ? unknown.reason() : "the condition is no boolean", at);
        }
        return value(holds ? yes : no);
    }

    private Node operation(Expression.Binary binary) {
        Node left = value(binary.left());
        Node right = value(binary.right());
        return switch (binary.operator()) {
            case "==" -> FormulaFunctions.equal(left, right, binary.at());
            case "!=" -> FormulaFunctions.not(FormulaFunctions.equal(left, right, binary.at()), binary.at());
            case "&&" -> FormulaFunctions.logic(List.of(left, right), false, binary.at());
            case "||" -> FormulaFunctions.logic(List.of(left, right), true, binary.at());
            case "??" -> left.isNothing() ? right : left;
            case "<", "<=", ">", ">=" -> FormulaFunctions.ordered(left, binary.operator(), right, binary.at());
            default -> unknown("it is not worked out here", binary.at());
        };
    }

    private Node call(Expression.Call call) {
        String function = call.function();
        List<Expression> arguments = call.arguments();
        if (function.equalsIgnoreCase("if") && arguments.size() == 3) {
            return choice(value(arguments.get(0)), arguments.get(1), arguments.get(2), call.at());
        }
        if (function.equals("any") && arguments.size() == 1) {
            // Says nothing of the value but that its type is not to be minded.
            return value(arguments.get(0));
        }
        List<Node> values = new ArrayList<>();
        arguments.forEach(argument -> values.add(value(argument)));
        if (function.equals(SPREAD)) {
            return spread(values, call.at());
        }
        boolean named = function.equals("parameters") || function.equals("variables");
        if (named && values.size() == 1 && values.get(0).text() != null) {
            return names.value(function, String.valueOf(values.get(0).text()), call.at());
        }
        return FormulaFunctions.call(function, values, call.at());
    }

    /** Objects that are put into one, of which a later one counts; what is not known may set anything. */
    private static Node spread(List<Node> objects, Place at) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (Node part : objects) {
            Node others = part instanceof Node.Unknown ? part : part.get(Node.Fields.OTHERS);
            if (others instanceof Node.Unknown unknown) {
                fields.clear();
                fields.put(Node.Fields.OTHERS, unknown);
            }
            if (part instanceof Node.Fields object) {
                fields.putAll(object.fields());
            }
        }
        return new Node.Fields(fields, at);
    }

    static Node unknown(String reason, Place at) {
        return new Node.Unknown(reason, at);
    }

    static Node number(int value, Place at) {
        return new Node.Numeral(BigDecimal.valueOf(value), at);
    }
}
