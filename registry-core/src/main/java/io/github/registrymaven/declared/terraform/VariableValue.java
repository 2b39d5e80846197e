package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import org.jspecify.annotations.Nullable;

/** What a variable comes to. */
final class VariableValue {
    private VariableValue() {}

    static Node of(String name, Block declared, Inputs inputs, Scope scope) {
        Expression type = declared.body().value("type");
        Node value = value(declared, inputs.get(name), scope);
        Node converted = value == null || type == null ? value : TypeConstraint.convert(type, value, scope);
        Node doubt = inputs.doubt(name, converted);
        if (doubt != null) {
            return doubt;
        }
        return converted == null ? new Node.Unknown("var." + name + " has no value here", declared.at()) : converted;
    }

    /** What it is given, otherwise its default; null where there is neither. */
    private static @Nullable Node value(Block declared, @Nullable Node given, Scope scope) {
        Expression standard = declared.body().value("default");
        if (given != null && !(given.isNothing() && standard != null && refusesNull(declared, scope))) {
            return given;
        }
        return standard == null ? null : Evaluator.evaluate(standard, scope);
    }

    private static boolean refusesNull(Block declared, Scope scope) {
        Expression nullable = declared.body().value("nullable");
        return nullable != null
                && Boolean.FALSE.equals(Evaluator.evaluate(nullable, scope).flag());
    }
}
