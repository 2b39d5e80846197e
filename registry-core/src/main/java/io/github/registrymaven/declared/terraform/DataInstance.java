package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body.Attribute;
import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A data source. What it looks up is unknown; documents are made of its own text. */
record DataInstance(Block block, String address, Scope scope) implements Instances.One {
    @Override
    public Node whole(Place at) {
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("json", attribute("json", at));
        block.body().attributes().keySet().stream()
                .filter(name -> !BodyValues.isMeta(name))
                .forEach(name -> fields.put(name, attribute(name, at)));
        return new Node.Fields(fields, at);
    }

    @Override
    public Node attribute(String name, Place at) {
        String type = block.labels().get(0);
        if (name.equals("json") || name.equals("minified_json")) {
            if (type.equals("aws_ecr_lifecycle_policy_document")) {
                return once("json", () -> LifecycleDocument.of(BodyValues.of(block.body(), scope, block.at())));
            }
            if (type.equals("aws_iam_policy_document")) {
                return once("json", () -> AccessDocument.of(BodyValues.of(block.body(), scope, block.at())));
            }
        }
        if (name.equals("policy_data") && type.equals("google_iam_policy")) {
            return once(name, () -> AccessDocument.ofGoogle(BodyValues.of(block.body(), scope, block.at())));
        }
        Attribute attribute = block.body().attributes().get(name);
        return attribute == null
                ? new Node.Unknown(address + "." + name + " is looked up when Terraform runs", at)
                : once(name, () -> Evaluator.evaluate(attribute.value(), scope));
    }

    private Node once(String name, Supplier<Node> value) {
        return scope.module().memo().once(address + "." + name, block.at(), value);
    }
}
