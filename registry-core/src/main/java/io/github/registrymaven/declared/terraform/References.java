package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the names of a module stand for: {@code var.x}, {@code local.x}, {@code data.t.n}, {@code module.m}, {@code type.name}. */
final class References {
    private References() {}

    /**
     * @param steps how many of the steps behind the name belong to the reference itself
     */
    record Found(Node value, int steps) {}

    static Found find(Expression.Name root, List<Expression> steps, Scope scope) {
        ModuleInstance module = scope.module();
        String first = attribute(steps, 0);
        Place at = root.at();
        if (first == null) {
            return new Found(new Node.Unknown(root.name() + " is not known here", at), 0);
        }
        return switch (root.name()) {
            case "var" -> new Found(module.variable(first, at), 1);
            case "local" -> new Found(module.local(first, at), 1);
            case "path" -> new Found(path(first, module, at), 1);
            case "terraform" -> new Found(new Node.Unknown("the workspace is chosen when Terraform runs", at), 1);
            case "each", "count", "self" ->
                new Found(
                        new Node.Unknown(root.name() + "." + first + " has no meaning here", Node.Clue.INVALID, at), 1);
            case "data" -> data(first, steps, scope, at);
            case "module" -> several(module.children(first, at), steps, 1, scope, at);
            default -> several(module.resources(root.name() + "." + first, at), steps, 1, scope, at);
        };
    }

    /** Paths are relative to the root module's folder, where Terraform is taken to run. */
    private static Node path(String of, ModuleInstance module, Place at) {
        return switch (of) {
            case "root" -> new Node.Text(".", at);
            case "module" -> new Node.Text(module.run().relative(module.folder().path()), at);
            default -> new Node.Unknown("path." + of + " depends on where Terraform runs", at);
        };
    }

    private static Found data(String type, List<Expression> steps, Scope scope, Place at) {
        String name = attribute(steps, 1);
        return name == null
                ? new Found(new Node.Unknown("data." + type + " is not known here", at), 1)
                : several(scope.module().data(type + "." + name, at), steps, 2, scope, at);
    }

    /** One of several where an index says which, and of that one an attribute where one is named, so that no more is worked out. */
    private static Found several(Instances instances, List<Expression> steps, int used, Scope scope, Place at) {
        int next = used;
        Instances.One one = instances.only();
        if (one == null && next < steps.size() && steps.get(next) instanceof Expression.Index index) {
            Node key = Evaluator.evaluate(index.index(), scope);
            one = instances.at(key);
            if (one == null && !(key instanceof Node.Unknown)) {
                return new Found(instances.missing(at), next + 1);
            }
            next += one == null ? 0 : 1;
        }
        String attribute = attribute(steps, next);
        if (one == null) {
            return new Found(instances.all(at), used);
        }
        return attribute == null ? new Found(one.whole(at), next) : new Found(one.attribute(attribute, at), next + 1);
    }

    private static @Nullable String attribute(List<Expression> steps, int position) {
        return position < steps.size() && steps.get(position) instanceof Expression.Attribute attribute
                ? attribute.name()
                : null;
    }
}
