package io.github.registrymaven.declared.cloudformation;

import io.github.registrymaven.declared.given.Inputs;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out the values of one template: parameters have what they are given, or their defaults, and pseudo parameters are not known. What refers to
 * itself is unknown.
 */
final class Values {
    private final Node template;
    private final Inputs inputs;
    private final Conditions conditions = new Conditions(this);
    /** Resources whose name is being worked out. */
    private final Set<String> underWay = new HashSet<>();

    Values(Node template, Inputs inputs) {
        this.template = template;
        this.inputs = inputs;
    }

    Node template() {
        return template;
    }

    /** Whether a condition of the template holds; null where that is not known. */
    @Nullable
    Boolean holds(String condition) {
        return conditions.named(condition);
    }

    Conditions conditions() {
        return conditions;
    }

    /** The value with every intrinsic function in it worked out, or unknown. */
    Node of(Node node) {
        if (node instanceof Node.Fields object) {
            if (object.fields().size() == 1) {
                Map.Entry<String, Node> only =
                        object.fields().entrySet().iterator().next();
                String function = function(only.getKey());
                if (function != null) {
                    return Intrinsics.call(function, only.getValue(), object.at(), this);
                }
            }
            Map<String, Node> fields = new LinkedHashMap<>();
            object.fields().forEach((name, value) -> {
                if (addsFields(name)) {
                    String reason = name + " is worked out only when the stack is made, and may set it";
                    fields.put(Node.Fields.OTHERS, new Node.Unknown(reason, value.at()));
                } else {
                    fields.put(name, of(value));
                }
            });
            return new Node.Fields(fields, object.at());
        }
        if (node instanceof Node.Items list) {
            List<Node> items = new ArrayList<>();
            for (Node item : list.items()) {
                Node value = of(item);
                // AWS::NoValue takes its item out of a list.
                if (!value.isNothing()) {
                    items.add(value);
                }
            }
            return new Node.Items(items, list.at());
        }
        if (node instanceof Node.Text text && text.value().contains("{{resolve:")) {
            return new Node.Unknown("it is looked up when the stack is made", text.at());
        }
        return node;
    }

    /** Whether what a function gives becomes part of the object that it stands in, beside other fields. */
    private static boolean addsFields(String name) {
        return name.equals("Fn::Transform") || name.startsWith("Fn::ForEach::");
    }

    /** What {@code Ref} gives. */
    Node reference(String name, Place at) {
        if (name.equals("AWS::NoValue")) {
            return new Node.Nothing(at);
        }
        Node parameter = template.get("Parameters").get(name);
        if (!parameter.isNothing()) {
            return parameter(name, parameter, at);
        }
        Node resource = template.get("Resources").get(name);
        if (resource.isNothing()) {
            return new Node.Unknown(name + " is not known before the stack is made", at);
        }
        return resource(name, resource, at);
    }

    private Node parameter(String name, Node parameter, Place at) {
        String type = parameter.get("Type").text();
        if (type != null && type.startsWith("AWS::SSM::Parameter::Value")) {
            return new Node.Unknown("the parameter " + name + " is looked up when the stack is made", at);
        }
        Node standard = parameter.get("Default");
        Node value = inputs.value(name, standard.text() == null ? null : standard, at);
        if (value.text() == null) {
            return value;
        }
        if (type != null && (type.startsWith("List<") || type.equals("CommaDelimitedList"))) {
            List<Node> items = new ArrayList<>();
            for (String item : String.valueOf(value.text()).split(",", -1)) {
                items.add(new Node.Text(item.strip(), at));
            }
            return new Node.Items(items, at);
        }
        return new Node.Text(String.valueOf(value.text()), at);
    }

    private Node resource(String id, Node resource, Place at) {
        Node.Unknown later = new Node.Unknown(id + " is known only once the stack is made", Node.Clue.from(id), at);
        if (!"AWS::ECR::Repository".equals(resource.get("Type").text()) || !underWay.add(id)) {
            return later;
        }
        try {
            String name = of(resource.get("Properties").get("RepositoryName")).text();
            return name == null ? later : new Node.Text(name, id, at);
        } finally {
            underWay.remove(id);
        }
    }

    /** The function behind {@code Fn::Sub}, {@code !Sub} or {@code Ref}; null where a field has just a name. */
    private static @Nullable String function(String key) {
        if (key.startsWith("!")) {
            return key.substring(1);
        }
        if (key.startsWith("Fn::")) {
            return key.substring(4);
        }
        return key.equals("Ref") ? key : null;
    }
}
