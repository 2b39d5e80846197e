package io.github.registrymaven.declared.google;

import io.github.registrymaven.declared.json.JsonText;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The blocks {@code cleanup_policies}, as the API takes them: an object by id. */
final class CleanupDocument {
    private static final Map<String, String> CONDITION = Map.of(
            "tag_state", "tagState",
            "tag_prefixes", "tagPrefixes",
            "version_name_prefixes", "versionNamePrefixes",
            "package_name_prefixes", "packageNamePrefixes",
            "older_than", "olderThan",
            "newer_than", "newerThan");

    private static final Map<String, String> NEWEST =
            Map.of("package_name_prefixes", "packageNamePrefixes", "keep_count", "keepCount");

    private CleanupDocument() {}

    static Setting<Lifecycle> of(Resource resource) {
        Node policies = resource.get("cleanup_policies");
        Node dryRun = resource.get("cleanup_policy_dry_run");
        Node mode = resource.get("mode");
        if ("VIRTUAL_REPOSITORY".equals(mode.text())) {
            return new Setting.Inapplicable<>("a virtual_repository holds no images of its own");
        }
        if (policies.items().isEmpty() && mode instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        if (policies.items().isEmpty()) {
            return new Setting.Seen<>(new Lifecycle.Absent(), resource.at().toString());
        }
        if (policies instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        if (dryRun instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        Map<String, Node> byId = new LinkedHashMap<>();
        for (Node policy : policies.items()) {
            Node name = policy.get("id");
            if (name instanceof Node.Unknown unknown) {
                return unknown.unseen();
            }
            String id = name.text();
            if (id == null) {
                return new Node.Unknown("the id of a cleanup policy is not known", policy.at()).unseen();
            }
            byId.put(id, policy(policy));
        }
        Node text = JsonText.of(new Node.Fields(byId, policies.at()));
        if (text instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        return new Setting.Seen<>(
                new Lifecycle.Policy(String.valueOf(text.text()), Boolean.TRUE.equals(dryRun.flag())),
                policies.at().toString());
    }

    private static Node policy(Node from) {
        Map<String, Node> fields = new LinkedHashMap<>();
        put(fields, "action", from.get("action"));
        put(fields, "condition", renamed(from.get("condition"), CONDITION));
        put(fields, "mostRecentVersions", renamed(from.get("most_recent_versions"), NEWEST));
        return new Node.Fields(fields, from.at());
    }

    private static Node renamed(Node block, Map<String, String> names) {
        if (block instanceof Node.Unknown || block.items().isEmpty()) {
            return block instanceof Node.Unknown ? block : new Node.Nothing(block.at());
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        // In the order of the API's documentation, whatever order the map has.
        for (String name : List.of(
                "tag_state",
                "tag_prefixes",
                "version_name_prefixes",
                "package_name_prefixes",
                "older_than",
                "newer_than",
                "keep_count")) {
            String theirs = names.get(name);
            Node value = block.get(name);
            boolean empty = value instanceof Node.Items list && list.items().isEmpty();
            if (theirs != null && !empty && !"".equals(value.text())) {
                put(fields, theirs, value);
            }
        }
        return new Node.Fields(fields, block.at());
    }

    private static void put(Map<String, Node> fields, String name, Node value) {
        if (!value.isNothing()) {
            fields.put(name, value);
        }
    }
}
