package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Works each named value out once, and notices one that needs itself. Not thread-safe. */
final class Memo {
    private final Run run;
    private final Map<String, Node> known = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    Memo(Run run) {
        this.run = run;
    }

    /**
     * @param at where it is declared
     */
    Node once(String name, Place at, Supplier<Node> value) {
        Node before = known.get(name);
        if (before != null) {
            return before;
        }
        if (!underWay.add(name)) {
            run.problem(at, name + " refers to itself, directly or through others");
            return new Node.Unknown(name + " refers to itself", at);
        }
        try {
            Node now = value.get();
            known.put(name, now);
            return now;
        } finally {
            underWay.remove(name);
        }
    }
}
