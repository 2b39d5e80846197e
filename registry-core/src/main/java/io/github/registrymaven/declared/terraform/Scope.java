package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Node;
import java.util.HashMap;
import java.util.Map;

/**
 * Where an expression stands.
 *
 * @param names what stands for something there alone: {@code each}, {@code count}, the names of a {@code for}
 */
record Scope(ModuleInstance module, Map<String, Node> names) {
    Scope {
        names = Map.copyOf(names);
    }

    Scope with(String name, Node value) {
        Map<String, Node> more = new HashMap<>(names);
        more.put(name, value);
        return new Scope(module, more);
    }
}
