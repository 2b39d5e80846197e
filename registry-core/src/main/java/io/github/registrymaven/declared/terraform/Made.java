package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.hcl.Wording;
import io.github.registrymaven.declared.tree.Doubt;
import io.github.registrymaven.declared.tree.Node;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a block makes anything: {@code count} may come to nothing, and {@code for_each} may go through nothing. */
final class Made {
    private Made() {}

    /** Null where it does. */
    static @Nullable Doubt doubt(Block block, ModuleInstance module) {
        Expression count = block.body().value("count");
        Expression many = count == null ? block.body().value("for_each") : count;
        if (many == null) {
            return null;
        }
        Node value = Evaluator.evaluate(many, module.scope());
        if (!(value instanceof Node.Unknown unknown)) {
            // It goes through keys of which some are not known, but they are there.
            return null;
        }
        String of = unknown.resource();
        return of == null
                ? new Doubt(Set.of(module.prefix() + Wording.of(many)), unknown.reason(), many.at())
                : Doubt.forEach(of, unknown.reason(), many.at());
    }
}
