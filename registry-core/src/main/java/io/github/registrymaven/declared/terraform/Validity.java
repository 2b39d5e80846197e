package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Node;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Whether Terraform would refuse a value for something within it. Values may share parts, so the look has a bound. */
final class Validity {
    private int left = 10_000;
    private boolean invalid;
    private @Nullable Node unknown;

    private Validity() {}

    static Validity of(Node value) {
        Validity validity = new Validity();
        validity.look(value);
        return validity;
    }

    /** Whether something in it is refused. */
    boolean invalid() {
        return invalid;
    }

    /** Something in it that may turn out to be refused; null where there is nothing like that. */
    @Nullable
    Node unknown() {
        return unknown;
    }

    private void look(Node value) {
        if (--left < 0) {
            unknown = new Node.Unknown("it takes too much to work out", value.at());
        } else if (value instanceof Node.Unknown one) {
            invalid |= one.clue().invalid();
            unknown = unknown == null ? one : unknown;
        } else if (value instanceof Node.Items list) {
            look(list.items());
        } else if (value instanceof Node.Fields object) {
            look(object.fields().values());
        }
    }

    private void look(Collection<Node> parts) {
        for (Node part : parts) {
            if (invalid || left < 0) {
                return;
            }
            look(part);
        }
    }
}
