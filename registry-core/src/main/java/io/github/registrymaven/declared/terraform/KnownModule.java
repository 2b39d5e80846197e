package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The community's module for ECR, {@code terraform-aws-modules/ecr/aws}, which is on the registry and so is not read: what it is
 * given tells most. What it is not given is its version's default, and unknown.
 */
final class KnownModule {
    private static final String SOURCE = "(registry\\.terraform\\.io/)?terraform-aws-modules/ecr/aws";

    private KnownModule() {}

    static boolean isOne(String source) {
        return source.matches(SOURCE);
    }

    /**
     * The resources it makes of what it is given.
     *
     * @param address what the call is called: {@code module.ecr}
     */
    static List<Resource> resources(String address, Node.Fields inputs, String provider, Place at) {
        if (Boolean.FALSE.equals(inputs.get("create").flag())
                || Boolean.FALSE.equals(inputs.get("create_repository").flag())) {
            return List.of();
        }
        boolean open = "public".equals(inputs.get("repository_type").text());
        String type = open ? "aws_ecrpublic_repository" : "aws_ecr_repository";
        String repository = address + "." + type + ".this[0]";
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put(open ? "repository_name" : "name", given(inputs, "repository_name", at));
        fields.put("image_tag_mutability", given(inputs, "repository_image_tag_mutability", at));
        fields.put(
                "image_scanning_configuration",
                block("scan_on_push", given(inputs, "repository_image_scan_on_push", at), at));
        Map<String, Node> encryption = new LinkedHashMap<>();
        encryption.put("encryption_type", given(inputs, "repository_encryption_type", at));
        encryption.put("kms_key", inputs.get("repository_kms_key"));
        fields.put("encryption_configuration", new Node.Fields(encryption, at));
        List<Resource> made = new ArrayList<>();
        made.add(new Resource(type, repository, provider, new Node.Fields(fields, at), at));
        if (!open && !Boolean.FALSE.equals(inputs.get("create_lifecycle_policy").flag())) {
            Map<String, Node> policy = new LinkedHashMap<>();
            policy.put("repository", new Node.Unknown("it is made by the module", Node.Clue.from(repository), at));
            policy.put("policy", given(inputs, "repository_lifecycle_policy", at));
            made.add(new Resource(
                    "aws_ecr_lifecycle_policy",
                    address + ".aws_ecr_lifecycle_policy.this[0]",
                    provider,
                    new Node.Fields(policy, at),
                    at));
        }
        return made;
    }

    /** What the module itself attaches to its repository cannot be told, so that it is one that may. */
    static Node.Fields withRepository(String address, Node.Fields inputs) {
        Map<String, Node> fields = new LinkedHashMap<>(inputs.fields());
        fields.put(
                "(made)",
                new Node.Unknown(
                        "it is made by the module", Node.Clue.from(address + ".aws_ecr_repository.this"), inputs.at()));
        return new Node.Fields(fields, inputs.at());
    }

    private static Node given(Node inputs, String name, Place at) {
        Node value = inputs.get(name);
        return value.isNothing() ? new Node.Unknown(name + " is left to the module's own default", at) : value;
    }

    private static Node block(String name, Node value, Place at) {
        return new Node.Fields(Map.of(name, value), at);
    }
}
