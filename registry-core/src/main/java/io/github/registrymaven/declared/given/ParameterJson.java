package io.github.registrymaven.declared.given;

import io.github.registrymaven.declared.json.JsonTree;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values for parameters in JSON: as ARM has them, and as the tools for CloudFormation take them. */
public final class ParameterJson {
    private static final int LONGEST = 500_000;

    private ParameterJson() {}

    /** By the parameters' names; null where it is JSON of another kind. */
    public static @Nullable Node read(String text, String file) {
        boolean arm = text.contains("eploymentParameters.json");
        boolean cloudFormation = text.contains("\"ParameterKey\"")
                || (text.contains("\"Parameters\"") && !text.contains("\"Resources\""));
        if (text.length() > LONGEST || !(arm || cloudFormation)) {
            return null;
        }
        try {
            Node document = JsonTree.read(text, file, arm);
            return arm ? ofArm(document.get("parameters")) : ofCloudFormation(document);
        } catch (Unreadable noneOfOurs) {
            return null;
        }
    }

    private static @Nullable Node ofArm(Node parameters) {
        if (!(parameters instanceof Node.Fields object)) {
            return null;
        }
        Map<String, Node> values = new LinkedHashMap<>();
        object.fields().forEach((name, parameter) -> values.put(name, written(name, parameter)));
        return new Node.Fields(values, object.at());
    }

    /** What ARM is given for a parameter: a value, or where it is kept. */
    public static Node valueOf(String name, Node parameter) {
        return parameter.get("reference").isNothing()
                ? parameter.get("value")
                : new Node.Unknown("the parameter " + name + " is in a key vault", parameter.at());
    }

    private static Node written(String name, Node parameter) {
        Node value = valueOf(name, parameter);
        String text = value.text();
        // azd fills in variables of the environment.
        return text != null && text.contains("${")
                ? new Node.Unknown("the parameter " + name + " is filled in when it is deployed", value.at())
                : value;
    }

    private static @Nullable Node ofCloudFormation(Node document) {
        Node parameters = document.get("Parameters");
        if (parameters instanceof Node.Fields object) {
            boolean plain = object.fields().values().stream().allMatch(value -> value.text() != null);
            return plain ? object : null;
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (Node parameter : parameters.isNothing() ? document.items() : parameters.items()) {
            String name = parameter.get("ParameterKey").text();
            if (name == null) {
                return null;
            }
            Node value = parameter.get("ParameterValue");
            values.put(
                    name,
                    value.isNothing()
                            ? new Node.Unknown("the parameter " + name + " keeps its last value", parameter.at())
                            : value);
        }
        return new Node.Fields(values, document.at());
    }
}
