package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.json.JsonText;
import io.github.registrymaven.declared.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code data.aws_ecr_lifecycle_policy_document}: the policy that its blocks stand for. */
final class LifecycleDocument {
    private static final Map<String, String> SELECTION = ordered(
            "tag_status", "tagStatus",
            "tag_pattern_list", "tagPatternList",
            "tag_prefix_list", "tagPrefixList",
            "storage_class", "storageClass",
            "count_type", "countType",
            "count_unit", "countUnit",
            "count_number", "countNumber");

    private LifecycleDocument() {}

    static Node of(Node.Fields body) {
        List<Node> rules = new ArrayList<>();
        for (Node rule : body.get("rule").items()) {
            if (rule instanceof Node.Unknown) {
                return rule;
            }
            Map<String, Node> fields = new LinkedHashMap<>();
            copy(rule, ordered("priority", "rulePriority", "description", "description"), fields);
            fields.put("selection", copied(rule.get("selection"), SELECTION));
            Node action = rule.get("action");
            fields.put(
                    "action",
                    action.isNothing()
                            ? new Node.Fields(Map.of("type", new Node.Text("expire", rule.at())), rule.at())
                            : copied(action, ordered("type", "type", "target_storage_class", "targetStorageClass")));
            rules.add(new Node.Fields(fields, rule.at()));
        }
        Node list = new Node.Items(rules, body.at());
        return JsonText.of(new Node.Fields(Map.of("rules", list), body.at()));
    }

    private static Node copied(Node from, Map<String, String> names) {
        if (from instanceof Node.Unknown) {
            return from;
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        copy(from, names, fields);
        return new Node.Fields(fields, from.at());
    }

    private static void copy(Node from, Map<String, String> names, Map<String, Node> into) {
        names.forEach((theirs, ours) -> {
            Node value = from.get(theirs);
            if (!value.isNothing()
                    && !(value instanceof Node.Items list && list.items().isEmpty())) {
                into.put(ours, value);
            }
        });
    }

    /** Keys and values in turn. */
    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
