package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Terraform's functions, as far as they work on text, numbers and collections. The clock, chance and the network are not asked. */
final class Functions {
    private static final Set<String> FILES = Set.of("file", "filebase64", "templatefile", "fileexists");

    private Functions() {}

    static Node call(Expression.Call call, Scope scope) {
        String name = call.function().startsWith("core::") ? call.function().substring(6) : call.function();
        if (name.equals("try") || name.equals("can")) {
            return attempt(call, scope, name.equals("can"));
        }
        if (FILES.contains(name)) {
            return FileFunctions.call(name, call, scope);
        }
        List<Node> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(Evaluator.evaluate(argument, scope));
        }
        if (call.spread() && !arguments.isEmpty()) {
            Node last = arguments.remove(arguments.size() - 1);
            arguments.addAll(last.items());
        }
        for (Node argument : arguments) {
            if (argument instanceof Node.Unknown unknown) {
                return unknown(unknown, call);
            }
        }
        return known(name, arguments, call);
    }

    private static Node known(String name, List<Node> arguments, Expression.Call call) {
        Node result = TextFunctions.call(name, arguments, call.at());
        if (result == null) {
            result = CollectionFunctions.call(name, arguments, call.at());
        }
        if (result == null) {
            result = SetFunctions.call(name, arguments, call.at());
        }
        if (result == null) {
            result = SequenceFunctions.call(name, arguments, call.at());
        }
        if (result == null) {
            result = EncodingFunctions.call(name, arguments, call.at());
        }
        return result == null ? new Node.Unknown(name + "() is not worked out here", call.at()) : result;
    }

    private static Node unknown(Node.Unknown argument, Expression.Call call) {
        Node.Clue clue = argument.clue().invalid() ? Node.Clue.INVALID : Node.Clue.NONE;
        return new Node.Unknown(argument.reason(), clue, call.at());
    }

    /** The first argument that is not invalid. One that is unknown might turn out to be either. */
    private static Node attempt(Expression.Call call, Scope scope, boolean asks) {
        for (Expression argument : call.arguments()) {
            Node value = Evaluator.evaluate(argument, scope);
            Validity validity = Validity.of(value);
            if (asks) {
                Node doubt = validity.unknown();
                return validity.invalid() || doubt == null ? new Node.Flag(!validity.invalid(), call.at()) : doubt;
            }
            if (!validity.invalid()) {
                return value;
            }
        }
        return new Node.Unknown("nothing of try() is valid", Node.Clue.INVALID, call.at());
    }
}
