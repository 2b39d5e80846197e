package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body;
import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A block as a value: attributes by name, and the blocks of each type as a list. */
final class BodyValues {
    /** What speaks to Terraform itself. */
    private static final Set<String> META =
            Set.of("count", "for_each", "provider", "depends_on", "providers", "source");

    private static final Set<String> META_BLOCKS = Set.of("lifecycle", "provisioner", "connection", "timeouts");

    private BodyValues() {}

    static boolean isMeta(String attribute) {
        return META.contains(attribute);
    }

    static Node.Fields of(Body body, Scope scope, Place at) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (Body.Attribute attribute : body.attributes().values()) {
            if (!isMeta(attribute.name())) {
                // What counts is where it is set, not where the value behind it is written.
                fields.put(
                        attribute.name(),
                        Evaluator.evaluate(attribute.value(), scope).movedTo(attribute.at()));
            }
        }
        Map<String, List<Node>> blocks = new LinkedHashMap<>();
        for (Block block : body.blocks()) {
            if (block.type().equals("dynamic") && block.labels().size() == 1) {
                blocks.computeIfAbsent(block.labels().get(0), type -> new ArrayList<>())
                        .addAll(dynamic(block, scope));
            } else if (!META_BLOCKS.contains(block.type())) {
                blocks.computeIfAbsent(block.type(), type -> new ArrayList<>())
                        .add(of(block.body(), scope, block.at()));
            }
        }
        for (Map.Entry<String, List<Node>> type : blocks.entrySet()) {
            List<Node> list = type.getValue();
            if (!list.isEmpty()) {
                fields.put(type.getKey(), new Node.Items(list, list.get(0).at()));
            }
        }
        return new Node.Fields(fields, at);
    }

    /** One block for each of what {@code for_each} goes through. */
    private static List<Node> dynamic(Block block, Scope scope) {
        Expression forEach = block.body().value("for_each");
        Block content = block.body().blocks("content").findFirst().orElse(null);
        if (forEach == null || content == null) {
            return List.of(new Node.Unknown("the dynamic block lacks for_each or content", block.at()));
        }
        Node of = Evaluator.evaluate(forEach, scope);
        List<Loop.Turn> turns = Loop.turns(of);
        if (turns == null) {
            return List.of(
                    of.movedTo(block.at()) instanceof Node.Unknown unknown
                            ? unknown
                            : new Node.Unknown("for_each is neither a list nor a mapping", block.at()));
        }
        String iterator = block.body().value("iterator") instanceof Expression.Name name
                ? name.name()
                : block.labels().get(0);
        List<Node> made = new ArrayList<>();
        for (Loop.Turn turn : turns) {
            Node pair = new Node.Fields(Map.of("key", turn.key(), "value", turn.value()), block.at());
            made.add(of(content.body(), scope.with(iterator, pair), block.at()));
        }
        return made;
    }
}
