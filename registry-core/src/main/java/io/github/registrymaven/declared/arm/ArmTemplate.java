package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.given.Inputs;
import io.github.registrymaven.declared.given.ParameterJson;
import io.github.registrymaven.declared.given.Use;
import io.github.registrymaven.declared.tree.Doubt;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An ARM template. */
final class ArmTemplate {
    private final Node document;
    private final Inputs inputs;
    private final Formula formula;
    private final Set<String> underWay = new HashSet<>();
    private final List<Resource> resources;
    private final List<Use> uses;

    /** Works out a file's template. A resource whose condition does not hold is left out. */
    ArmTemplate(Node document, Inputs inputs) {
        this(document, inputs, new ArrayList<>(), new ArrayList<>());
        resources(document.get("resources"), null, null, 0);
    }

    private ArmTemplate(Node document, Inputs inputs, List<Resource> resources, List<Use> uses) {
        this.document = document;
        this.inputs = inputs;
        this.formula = new Formula(this::named);
        this.resources = resources;
        this.uses = uses;
    }

    /** The resources that would be made of it. */
    List<Resource> resources() {
        return resources;
    }

    /** The templates in other files that it deploys. */
    List<Use> uses() {
        return uses;
    }

    /**
     * @param parentType the type of the resource that these stand in; null where they stand for themselves
     */
    private void resources(Node declared, @Nullable String parentType, @Nullable Node parentName, int depth) {
        if (depth > 10) {
            return;
        }
        // Templates of the second language version name their resources.
        Iterable<Node> all =
                declared instanceof Node.Fields named ? named.fields().values() : declared.items();
        for (Node resource : all) {
            String written = resource.get("type").text();
            Node condition = of(resource.get("condition"));
            if (written == null || resource.get("existing").flag() != null) {
                continue;
            }
            String full = parentType == null ? written : parentType + "/" + written;
            boolean deploys = full.equalsIgnoreCase("Microsoft.Resources/deployments");
            if (deploys) {
                link(resource.get("properties"), condition);
            }
            if (Boolean.FALSE.equals(condition.flag())) {
                continue;
            }
            int before = resources.size();
            Node name = of(resource.get("name"));
            String type = AzureResource.type(full);
            if (type != null) {
                add(type, resource, name, parentName);
            }
            if (deploys) {
                deployment(resource.get("properties"), depth);
            }
            // What stands within a resource has a condition of its own; what a deployment makes has not.
            Doubt doubt = doubt(condition, resource.get("condition").text());
            resources.subList(before, resources.size()).replaceAll(made -> made.doubted(doubt));
            resources(resource.get("resources"), full, name, depth + 1);
        }
    }

    private @Nullable Doubt doubt(Node condition, @Nullable String written) {
        // In a template within this one the same words are about parameters of its own.
        return condition.isNothing() ? null : Doubt.whether(condition, document.at() + " " + written, condition.at());
    }

    private void add(String type, Node resource, Node name, @Nullable Node parentName) {
        String shown = name.text() == null ? "(" + resources.size() + ")" : name.text();
        Map<String, Node> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("sku", of(resource.get("sku")));
        body.put("properties", of(resource.get("properties")));
        resources.add(AzureResource.of(
                type, type + "/" + shown, new Node.Fields(body, resource.at()), parentName, resource.at()));
    }

    /** A template in another file; that it is not deployed is worth knowing, too. */
    private void link(Node properties, Node condition) {
        Node link = properties.get("templateLink");
        if (!link.isNothing()) {
            boolean listed = properties.get("parametersLink").isNothing();
            uses.add(Use.of(
                    of(link.get("relativePath", "uri")),
                    listed
                            ? handed(properties)
                            : new Node.Unknown("its parameters are in a file of their own", link.at()),
                    condition.isNothing() ? Boolean.TRUE : condition.flag()));
        }
    }

    /** A template within this one, given values of this one. */
    private void deployment(Node properties, int depth) {
        Node inner = properties.get("template");
        boolean own = "inner"
                .equalsIgnoreCase(properties
                        .get("expressionEvaluationOptions")
                        .get("scope")
                        .text());
        ArmTemplate template = own ? new ArmTemplate(inner, Inputs.within(handed(properties)), resources, uses) : this;
        template.resources(inner.get("resources"), null, null, depth + 1);
    }

    private Node handed(Node properties) {
        Map<String, Node> values = new LinkedHashMap<>();
        if (properties.get("parameters") instanceof Node.Fields parameters) {
            parameters.fields().forEach((name, value) -> values.put(name, of(ParameterJson.valueOf(name, value))));
        }
        return new Node.Fields(values, properties.at());
    }

    private Node of(Node node) {
        if (node instanceof Node.Text text) {
            return text(text);
        }
        if (node instanceof Node.Items list) {
            return new Node.Items(list.items().stream().map(this::of).toList(), list.at());
        }
        if (node instanceof Node.Fields object) {
            Map<String, Node> fields = new LinkedHashMap<>();
            object.fields().forEach((name, value) -> fields.put(name, of(value)));
            return new Node.Fields(fields, object.at());
        }
        return node;
    }

    private Node text(Node.Text text) {
        String value = text.value();
        if (value.startsWith("[[")) {
            return new Node.Text(value.substring(1), text.at());
        }
        if (!value.startsWith("[") || !value.endsWith("]")) {
            return text;
        }
        try {
            return formula.value(FormulaReader.ofArm(value.substring(1, value.length() - 1), text.at()))
                    .movedTo(text.at());
        } catch (Unreadable broken) {
            return new Node.Unknown("its expression is not understood", text.at());
        }
    }

    private Node named(String kind, String name, Place at) {
        if (kind.isEmpty()) {
            return new Node.Unknown(name + " is not known here", at);
        }
        if (!underWay.add(kind + name)) {
            return new Node.Unknown("the " + name + " of " + kind + " refers to itself", at);
        }
        try {
            if (kind.equals("variables")) {
                Node variable = document.get("variables").get(name);
                return variable.isNothing()
                        ? new Node.Unknown("the variable " + name + " is not declared", at)
                        : of(variable);
            }
            Node parameter = document.get("parameters").get(name);
            Node standard = parameter.get("defaultValue");
            boolean optional = !standard.isNothing()
                    || Boolean.TRUE.equals(parameter.get("nullable").flag());
            return inputs.value(name, optional ? of(standard) : null, at);
        } finally {
            underWay.remove(kind + name);
        }
    }
}
