package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body.Attribute;
import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A resource that would be made. Every value taken of it remembers whose it is.
 *
 * @param scope the scope its block is read in
 */
record ResourceInstance(Block block, String address, Scope scope) implements Instances.One {
    @Override
    public Node whole(Place at) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (String name : block.body().attributes().keySet()) {
            if (!BodyValues.isMeta(name)) {
                fields.put(name, attribute(name, at));
            }
        }
        return new Node.Fields(fields, address, at);
    }

    @Override
    public Node attribute(String name, Place at) {
        Attribute attribute = block.body().attributes().get(name);
        if (attribute == null) {
            return Traversal.later(address, name, at);
        }
        Node value = scope.module()
                .memo()
                .once(address + "." + name, attribute.at(), () -> Evaluator.evaluate(attribute.value(), scope));
        if (value instanceof Node.Text text) {
            return new Node.Text(text.value(), address, at);
        }
        if (value instanceof Node.Unknown unknown) {
            return new Node.Unknown(unknown.reason(), Node.Clue.from(address), at);
        }
        return value.isNothing() ? Traversal.later(address, name, at) : value;
    }
}
