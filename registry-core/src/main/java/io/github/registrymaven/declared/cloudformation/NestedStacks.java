package io.github.registrymaven.declared.cloudformation;

import io.github.registrymaven.declared.given.Use;
import io.github.registrymaven.declared.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The templates that a template deploys. */
final class NestedStacks {
    private NestedStacks() {}

    static List<Use> in(Node.Fields resources, Values values) {
        List<Use> uses = new ArrayList<>();
        for (Node resource : resources.fields().values()) {
            Node properties = resource.get("Properties");
            Node path = path(String.valueOf(resource.get("Type").text()), properties);
            if (!path.isNothing()) {
                String condition = resource.get("Condition").text();
                uses.add(Use.of(
                        values.of(path),
                        parameters(values.of(properties.get("Parameters"))),
                        condition == null ? Boolean.TRUE : values.holds(condition)));
            }
        }
        return uses;
    }

    private static Node path(String type, Node properties) {
        return switch (type) {
            case "AWS::CloudFormation::Stack", "AWS::CloudFormation::StackSet" -> properties.get("TemplateURL");
            case "AWS::Serverless::Application" -> properties.get("Location");
            default -> new Node.Nothing(properties.at());
        };
    }

    /** Named; a set of stacks lists them, and may give one of its stacks another value. */
    private static Node parameters(Node written) {
        if (!(written instanceof Node.Items list)) {
            return written;
        }
        Map<String, Node> named = new LinkedHashMap<>();
        for (Node parameter : list.items()) {
            String name = parameter.get("ParameterKey").text();
            if (name != null) {
                named.put(name, parameter.get("ParameterValue"));
            }
        }
        return new Node.Fields(named, list.at());
    }
}
