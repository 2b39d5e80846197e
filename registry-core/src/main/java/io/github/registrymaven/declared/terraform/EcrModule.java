package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.given.GivenOrDefault;
import io.github.registrymaven.declared.tree.Doubt;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The community's module for ECR, {@code terraform-aws-modules/ecr/aws}, which is on the registry and so is not read: what it is
 * given tells most. What it is not given is its version's default, and unknown.
 */
final class EcrModule {
    private final String address;
    private final Node.Fields inputs;
    private final GivenOrDefault module;
    private final String provider;
    private final Place at;
    private final List<Resource> made = new ArrayList<>();

    private EcrModule(CalledModule call) {
        this.address = call.address();
        this.inputs = call.inputs();
        this.module = call.given();
        this.provider = call.provider();
        this.at = call.at();
    }

    /** The resources it makes of what it is given. */
    static List<Resource> resources(CalledModule call) {
        EcrModule module = new EcrModule(call);
        module.repository();
        module.scanning();
        module.made.add(new Resource(Stack.MODELLED, call.address(), "", module.withRepository(), call.at()));
        return module.made;
    }

    private void repository() {
        boolean open = "public".equals(inputs.get("repository_type").text());
        String type = open ? "aws_ecrpublic_repository" : "aws_ecr_repository";
        String repository = address + "." + type + ".this[0]";
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put(open ? "repository_name" : "name", given("repository_name"));
        fields.put("image_tag_mutability", given("repository_image_tag_mutability"));
        fields.put("image_tag_mutability_exclusion_filter", given("repository_image_tag_mutability_exclusion_filter"));
        fields.put("image_scanning_configuration", block("scan_on_push", given("repository_image_scan_on_push")));
        Map<String, Node> encryption = new LinkedHashMap<>();
        encryption.put("encryption_type", given("repository_encryption_type"));
        encryption.put("kms_key", inputs.get("repository_kms_key"));
        fields.put("encryption_configuration", new Node.Fields(encryption, at));
        fields.put(Resource.CALL, new Node.Text(address, at));
        add(type, fields, "create", "create_repository");
        if (!open) {
            Map<String, Node> policy = new LinkedHashMap<>();
            policy.put("repository", module.made(repository));
            policy.put("policy", given("repository_lifecycle_policy"));
            add("aws_ecr_lifecycle_policy", policy, "create", "create_repository", "create_lifecycle_policy");
        }
    }

    /** The whole registry's, which it leaves alone by default. */
    private void scanning() {
        if (inputs.get("manage_registry_scanning_configuration").isNothing()) {
            return;
        }
        List<Node> rules = new ArrayList<>();
        for (Node rule : given("registry_scan_rules").items()) {
            rules.add(rule instanceof Node.Fields known ? rule(known) : rule);
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("scan_type", given("registry_scan_type"));
        fields.put("rule", new Node.Items(rules, at));
        fields.put(Resource.CALL, new Node.Text(address, at));
        add("aws_ecr_registry_scanning_configuration", fields, "create", "manage_registry_scanning_configuration");
    }

    /** Its first version took one filter, the others take a list. */
    private static Node rule(Node.Fields rule) {
        Map<String, Node> fields = new LinkedHashMap<>(rule.fields());
        Node filter = rule.get("filter");
        fields.put("repository_filter", filter.text() == null ? filter : rule);
        return new Node.Fields(fields, rule.at());
    }

    /**
     * @param conditions inputs, each of which has to be true; those that are not given are
     */
    private void add(String type, Map<String, Node> fields, String... conditions) {
        Doubt doubt = null;
        for (String condition : conditions) {
            Node value = inputs.get(condition);
            if (Boolean.FALSE.equals(value.flag())) {
                return;
            }
            doubt = Doubt.both(doubt, doubt(condition, value));
        }
        Node region = inputs.get("region");
        fields.put("region", region);
        String through = region.isNothing() ? provider : provider + " " + region.text();
        made.add(
                new Resource(type, address + "." + type + ".this[0]", through, doubt, new Node.Fields(fields, at), at));
    }

    private @Nullable Doubt doubt(String condition, Node value) {
        return value instanceof Node.Unknown unknown
                ? new Doubt(Set.of(address + "." + condition), unknown.reason(), unknown.at())
                : null;
    }

    /** What the module itself attaches to its repository cannot be told, so that it is one that may. */
    private Node.Fields withRepository() {
        Map<String, Node> fields = new LinkedHashMap<>(inputs.fields());
        fields.put("(made)", module.made(address + ".aws_ecr_repository.this"));
        return new Node.Fields(fields, inputs.at());
    }

    private Node given(String name) {
        Node value = inputs.get(name);
        return value.isNothing() ? module.unknown(name) : value;
    }

    private Node block(String name, Node value) {
        return new Node.Fields(Map.of(name, value), at);
    }
}
