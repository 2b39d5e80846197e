package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body.Attribute;
import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** A module as it is called: everything in it by name, worked out when it is asked for. Not thread-safe. */
final class ModuleInstance {
    private final Run run;
    private final ModuleFolder folder;
    private final String prefix;
    private final Inputs inputs;
    private final Providers providers;
    private final int depth;
    private final Memo memo;
    private final Scope scope = new Scope(this, Map.of());
    private final Map<String, Instances> instances = new HashMap<>();

    /**
     * @param prefix what the addresses of its resources begin with: {@code module.registry.}; empty for a root module
     * @param depth how many modules are around it
     */
    ModuleInstance(Run run, ModuleFolder folder, String prefix, Inputs inputs, Providers providers, int depth) {
        this.run = run;
        this.folder = folder;
        this.prefix = prefix;
        this.inputs = inputs;
        this.providers = providers;
        this.depth = depth;
        this.memo = new Memo(run);
    }

    /** The same module by nothing but what it is given, and what is written in it. */
    ModuleInstance withoutDefaults() {
        return new ModuleInstance(run, folder, prefix, inputs.withoutDefaults(), providers, depth);
    }

    Run run() {
        return run;
    }

    String prefix() {
        return prefix;
    }

    ModuleFolder folder() {
        return folder;
    }

    Place at() {
        return folder.at();
    }

    Providers providers() {
        return providers;
    }

    int depth() {
        return depth;
    }

    Memo memo() {
        return memo;
    }

    Scope scope() {
        return scope;
    }

    Node variable(String name, Place at) {
        Block declared = folder.block("variable", name);
        if (declared == null) {
            return new Node.Unknown("var." + name + " is not declared", at);
        }
        return memo.once("var." + name, declared.at(), () -> VariableValue.of(name, declared, inputs, scope));
    }

    Node local(String name, Place at) {
        Attribute declared = folder.local(name);
        return declared == null
                ? new Node.Unknown("local." + name + " is not declared", at)
                : memo.once("local." + name, declared.at(), () -> Evaluator.evaluate(declared.value(), scope));
    }

    Node output(String name, Place at) {
        Block declared = folder.block("output", name);
        Expression value = declared == null ? null : declared.body().value("value");
        return declared == null || value == null
                ? new Node.Unknown("the module has no output " + name, at)
                : memo.once(prefix + "output." + name, declared.at(), () -> Evaluator.evaluate(value, scope));
    }

    /**
     * @param name type and name, with a dot between them
     */
    Instances resources(String name, Place at) {
        return made(
                "resource",
                name,
                prefix + name,
                (block, address) -> (ending, inner) -> new ResourceInstance(block, address + ending, inner));
    }

    Instances data(String name, Place at) {
        return made(
                "data",
                name,
                prefix + "data." + name,
                (block, address) -> (ending, inner) -> new DataInstance(block, address + ending, inner));
    }

    Instances children(String name, Place at) {
        return made(
                "module",
                name,
                prefix + "module." + name,
                (block, address) -> (ending, inner) -> ModuleCall.of(block, address + ending, inner));
    }

    private Instances made(
            String type,
            String name,
            String address,
            BiFunction<Block, String, BiFunction<String, Scope, Instances.One>> maker) {
        Block block = folder.block(type, name);
        if (block == null) {
            return Instances.absent(address);
        }
        Instances before = instances.get(address);
        if (before != null) {
            return before;
        }
        // Until it is known how many there are, that is what is not known.
        instances.put(address, new Instances(address, Instances.Shape.ABSENT, Map.of()));
        Instances now = Instances.of(Multiplicity.of(block.body(), scope), address, scope, maker.apply(block, address));
        instances.put(address, now);
        return now;
    }
}
