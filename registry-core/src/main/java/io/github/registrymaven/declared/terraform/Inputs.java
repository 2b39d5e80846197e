package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import org.jspecify.annotations.Nullable;

/** What a module's variables are given. */
interface Inputs {
    /** Null where it is given nothing. */
    @Nullable
    Node get(String variable);

    /**
     * Why nobody can tell a variable's value although it has one; null where somebody can.
     *
     * @param value what it has, by what it is given or by default; null where it has none
     */
    default @Nullable Node doubt(String variable, @Nullable Node value) {
        return null;
    }

    /** The same where a default is not taken for the value: whoever runs Terraform may give another. */
    default Inputs withoutDefaults() {
        Inputs given = this;
        return new Inputs() {
            @Override
            public @Nullable Node get(String variable) {
                return given.get(variable);
            }

            @Override
            public @Nullable Node doubt(String variable, @Nullable Node value) {
                return given.get(variable) == null && value != null
                        ? new Node.Unknown("var." + variable + " may be given another value", value.at())
                        : given.doubt(variable, value);
            }
        };
    }

    /** By the block that calls a module. */
    static Inputs ofCall(Body call, Scope caller) {
        return variable -> {
            Expression value = call.value(variable);
            return value == null ? null : Evaluator.evaluate(value, caller);
        };
    }
}
