package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.json.JsonText;
import io.github.registrymaven.declared.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code data.aws_iam_policy_document} and {@code data.google_iam_policy}: the policy that their blocks stand for. */
final class AccessDocument {
    private AccessDocument() {}

    static Node of(Node.Fields body) {
        for (String other :
                List.of("source_policy_documents", "override_policy_documents", "source_json", "override_json")) {
            Node merged = body.get(other);
            if (!merged.items().isEmpty()) {
                return new Node.Unknown(other + " is merged into it when Terraform runs", merged.at());
            }
        }
        List<Node> statements = new ArrayList<>();
        for (Node statement : body.get("statement").items()) {
            statements.add(statement instanceof Node.Unknown ? statement : statement(statement));
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("Version", new Node.Text("2012-10-17", body.at()));
        fields.put("Statement", new Node.Items(statements, body.at()));
        return JsonText.of(new Node.Fields(fields, body.at()));
    }

    static Node ofGoogle(Node.Fields body) {
        Node bindings = new Node.Items(body.get("binding").items(), body.at());
        return JsonText.of(new Node.Fields(Map.of("bindings", bindings), body.at()));
    }

    private static Node statement(Node from) {
        Map<String, Node> fields = new LinkedHashMap<>();
        Node effect = from.get("effect");
        put(fields, "Sid", from.get("sid"));
        fields.put("Effect", effect.isNothing() ? new Node.Text("Allow", from.at()) : effect);
        put(fields, "Principal", principals(from.get("principals"), from));
        put(fields, "NotPrincipal", principals(from.get("not_principals"), from));
        put(fields, "Action", from.get("actions"));
        put(fields, "NotAction", from.get("not_actions"));
        put(fields, "Resource", from.get("resources"));
        put(fields, "Condition", conditions(from.get("condition"), from));
        return new Node.Fields(fields, from.at());
    }

    private static Node principals(Node blocks, Node statement) {
        Map<String, Node> kinds = new LinkedHashMap<>();
        for (Node block : blocks.items()) {
            String kind = block.get("type").text();
            if (kind == null) {
                return new Node.Unknown("the type of a principal is not known", block.at());
            }
            kinds.merge(kind, block.get("identifiers"), AccessDocument::joined);
        }
        return kinds.isEmpty() ? new Node.Nothing(statement.at()) : new Node.Fields(kinds, blocks.at());
    }

    private static Node conditions(Node blocks, Node statement) {
        Map<String, Map<String, Node>> tests = new LinkedHashMap<>();
        for (Node block : blocks.items()) {
            String test = block.get("test").text();
            String variable = block.get("variable").text();
            if (test == null || variable == null) {
                return new Node.Unknown("a condition is not known", block.at());
            }
            tests.computeIfAbsent(test, any -> new LinkedHashMap<>())
                    .merge(variable, block.get("values"), AccessDocument::joined);
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        tests.forEach((test, variables) -> fields.put(test, new Node.Fields(variables, blocks.at())));
        return fields.isEmpty() ? new Node.Nothing(statement.at()) : new Node.Fields(fields, blocks.at());
    }

    private static Node joined(Node one, Node other) {
        List<Node> both = new ArrayList<>(one.items());
        both.addAll(other.items());
        return new Node.Items(both, one.at());
    }

    private static void put(Map<String, Node> fields, String name, Node value) {
        if (!value.isNothing()) {
            fields.put(name, value);
        }
    }
}
