package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body.Attribute;
import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code ignore_changes}: what somebody else sets. Terraform uses what is written when it makes a resource, and never looks at it
 * again.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle">The lifecycle meta-argument</a>
 */
final class IgnoredChanges {
    /** What a resource is found by. Whoever changes it has another resource. */
    private static final Set<String> IDENTITY = Set.of(
            "name",
            "repository",
            "repository_id",
            "container_registry_id",
            "resource_id",
            "parent_id",
            "type",
            "prefix",
            "location",
            "project",
            "region");

    /** What {@code all} stands for, as far as it is asked for here: it counts for what is not written, too. */
    private static final List<String> ALL = List.of(
            "image_tag_mutability",
            "image_scanning_configuration",
            "encryption_configuration",
            "policy",
            "docker_config",
            "cleanup_policies",
            "vulnerability_scanning_config",
            "kms_key_name",
            "admin_enabled",
            "anonymous_pull_enabled",
            "public_network_access_enabled",
            "network_rule_set",
            "retention_policy_in_days",
            "encryption");

    private IgnoredChanges() {}

    /** The values of a block without those that Terraform does not keep to. */
    static Node.Fields unknown(Block block, Node.Fields values) {
        Attribute ignored = block.body()
                .blocks("lifecycle")
                .map(lifecycle -> lifecycle.body().attributes().get("ignore_changes"))
                .filter(attribute -> attribute != null)
                .findFirst()
                .orElse(null);
        if (ignored == null) {
            return values;
        }
        Map<String, Node> fields = new LinkedHashMap<>(values.fields());
        for (String name : names(ignored.value(), values)) {
            if (!IDENTITY.contains(name)) {
                fields.put(name, new Node.Unknown("ignore_changes leaves " + name + " to others", ignored.at()));
            }
        }
        return new Node.Fields(fields, values.resource(), values.at());
    }

    private static Set<String> names(Expression ignored, Node.Fields values) {
        Set<String> names = new LinkedHashSet<>();
        if (ignored instanceof Expression.Name all && all.name().equals("all")) {
            names.addAll(values.fields().keySet());
            names.addAll(ALL);
        }
        if (ignored instanceof Expression.Tuple list) {
            for (Expression item : list.items()) {
                String name = name(item);
                if (name != null) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** What a path begins with. Before Terraform 0.12 it was a text. */
    private static @Nullable String name(Expression path) {
        if (path instanceof Expression.Attribute attribute) {
            return name(attribute.of());
        }
        if (path instanceof Expression.Index index) {
            return name(index.of());
        }
        if (path instanceof Expression.Literal literal) {
            String text = literal.value().text();
            return text == null ? null : text.split("[.\\[]", 2)[0];
        }
        return path instanceof Expression.Name name ? name.name() : null;
    }
}
