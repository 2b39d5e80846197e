package io.github.registrymaven.declared.cloudformation;

import io.github.registrymaven.declared.given.Inputs;
import io.github.registrymaven.declared.given.Parameterized;
import io.github.registrymaven.declared.given.Use;
import io.github.registrymaven.declared.tree.Doubt;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Problem;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A template, whichever syntax it was written in. */
public final class Template implements Parameterized {
    private static final String LOOP = "Fn::ForEach::";

    private final Node document;

    public Template(Node document) {
        this.document = document;
    }

    /** Whether a document is a template and not some other YAML or JSON: its resources have types of AWS. */
    public static boolean isOne(Node document) {
        if (document instanceof Node.Fields fields && fields.fields().containsKey("AWSTemplateFormatVersion")) {
            return true;
        }
        return document.get("Resources") instanceof Node.Fields resources
                && resources.fields().entrySet().stream()
                        .anyMatch(resource -> resource.getKey().startsWith(LOOP) || isOfAws(resource.getValue()));
    }

    private static boolean isOfAws(Node resource) {
        String type = resource.get("Type").text();
        return type != null && (type.startsWith("AWS::") || type.startsWith("Custom::"));
    }

    /** Loops that make what is looked for here: none of it is seen. */
    public List<Problem> unread() {
        return document.get("Resources") instanceof Node.Fields resources
                ? resources.fields().entrySet().stream()
                        .filter(resource ->
                                resource.getKey().startsWith(LOOP) && makesRepositories(resource.getValue()))
                        .map(
                                loop -> new Problem(
                                        loop.getValue().at(),
                                        loop.getKey()
                                                + " makes resources of ECR, and loops are not worked out: the processed template"
                                                + " is read, as aws cloudformation get-template --template-stage Processed gives it"))
                        .toList()
                : List.of();
    }

    /** A loop is a name, what it goes through, and what it makes; in that may be another loop. */
    private static boolean makesRepositories(Node loop) {
        List<Node> parts = loop.items();
        return parts.size() == 3
                && parts.get(2) instanceof Node.Fields made
                && made.fields().values().stream()
                        .anyMatch(one -> makesRepositories(one)
                                || String.valueOf(one.get("Type").text()).startsWith("AWS::ECR::"));
    }

    @Override
    public Set<String> parameters() {
        return document.get("Parameters").names();
    }

    @Override
    public List<Use> uses(Inputs inputs) {
        return document.get("Resources") instanceof Node.Fields declared
                ? NestedStacks.in(declared, new Values(document, inputs))
                : List.of();
    }

    /** The resources that would be made of it. One whose condition does not hold is left out. */
    @Override
    public Stack stack(Inputs inputs) {
        Values values = new Values(document, inputs);
        List<Resource> resources = new ArrayList<>();
        if (document.get("Resources") instanceof Node.Fields declared) {
            for (Map.Entry<String, Node> entry : declared.fields().entrySet()) {
                add(entry.getKey(), entry.getValue(), values, resources);
            }
        }
        return new Stack(document.at().file(), resources);
    }

    private static void add(String id, Node declared, Values values, List<Resource> resources) {
        if (id.startsWith(LOOP)) {
            resources.add(new Resource(
                    Stack.UNREAD, id, "", new Node.Fields(Map.of("loop", declared), declared.at()), declared.at()));
            return;
        }
        String type = declared.get("Type").text();
        String condition = declared.get("Condition").text();
        Boolean holds = condition == null ? Boolean.TRUE : values.holds(condition);
        if (type == null || Boolean.FALSE.equals(holds)) {
            return;
        }
        Doubt doubt = holds == null ? doubt(String.valueOf(condition), declared) : null;
        // Everything else in a template is none of ours, and is not worked out.
        if (type.startsWith("AWS::ECR::")) {
            resources.add(new Resource(type, id, "", doubt, properties(declared, values), declared.at()));
        } else if (CustomResource.isOne(type)) {
            Resource custom = CustomResource.read(id, type, doubt, declared);
            if (custom != null) {
                resources.add(custom);
            }
        }
    }

    private static Node.Fields properties(Node declared, Values values) {
        Node properties = values.of(declared.get("Properties"));
        Node.Fields known =
                properties instanceof Node.Fields object ? object : new Node.Fields(Map.of(), declared.at());
        Node.Unknown others = properties instanceof Node.Unknown unknown ? unknown : Macros.among(values.template());
        return others == null ? known : Node.Fields.open(known.fields(), others, known.at());
    }

    private static Doubt doubt(String condition, Node declared) {
        return new Doubt(
                Set.of(condition),
                "whether the condition " + condition + " holds is not known",
                declared.get("Condition").at());
    }
}
