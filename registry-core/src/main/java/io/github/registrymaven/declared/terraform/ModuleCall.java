package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A module that is called.
 *
 * @param inner null where it is not read
 * @param scope the scope the call is read in
 */
record ModuleCall(Block block, String address, @Nullable ModuleInstance inner, Scope scope) implements Instances.One {
    private static final int DEEPEST = 30;
    /** Modules from elsewhere whose names do not sound like these need no word about them. */
    private static final Pattern OURS = Pattern.compile("ecr|acr|registr(y|ies)[^.]|artifact|container|repositor");

    private static final Pattern AFAR = Pattern.compile("[^:/]//([^/?][^?]*)");

    static ModuleCall of(Block block, String address, Scope scope) {
        ModuleInstance caller = scope.module();
        String source = source(block, caller);
        if (source == null) {
            return unread(block, address, scope, "has no source that is known here");
        }
        if (!isLocal(source)) {
            if (KnownModule.of(source) == null
                    && OURS.matcher(source.toLowerCase(Locale.ROOT)).find()) {
                caller.run().problem(block.at(), "the module comes from " + source + ", and is not read");
            }
            return new ModuleCall(block, address, null, scope);
        }
        Path folder = folder(source, caller);
        if (folder == null) {
            return unread(
                    block, address, scope, "the folder " + source + " is not there, or lies outside of what was given");
        }
        if (caller.depth() >= DEEPEST) {
            return unread(block, address, scope, "modules call each other more than " + DEEPEST + " deep");
        }
        ModuleInstance inner = new ModuleInstance(
                caller.run(),
                caller.run().folders().get(folder),
                address + ".",
                Inputs.ofCall(block.body(), scope),
                caller.providers().handedOn(block.body()),
                caller.depth() + 1);
        return new ModuleCall(block, address, inner, scope);
    }

    /** The folder that a call names, where it names one by a text; null otherwise. */
    static @Nullable Path folder(Block block, ModuleFolder caller, ModuleFolders folders) {
        if (block.body().value("source") instanceof Expression.Literal literal) {
            String source = literal.value().text();
            return source == null || !isLocal(source) ? null : folder(source, caller.path(), folders);
        }
        return null;
    }

    /** The folder behind {@code //} of a call that names another repository; null where it names none. */
    static @Nullable Path folderAfar(Block block) {
        String source = block.body().value("source") instanceof Expression.Literal literal
                ? String.valueOf(literal.value().text())
                : "";
        Matcher afar = isLocal(source) ? null : AFAR.matcher(source);
        try {
            return afar != null && afar.find() ? Path.of(afar.group(1)) : null;
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    private static ModuleCall unread(Block block, String address, Scope scope, String why) {
        scope.module().run().problem(block.at(), why);
        return new ModuleCall(block, address, null, scope);
    }

    private static @Nullable String source(Block block, ModuleInstance caller) {
        Expression source = block.body().value("source");
        return source == null
                ? null
                : Evaluator.evaluate(source, caller.scope()).text();
    }

    /** Where it comes from; empty where that is not known. */
    String source() {
        String source = source(block, scope.module());
        return source == null ? "" : source;
    }

    private static boolean isLocal(String source) {
        return source.startsWith("./") || source.startsWith("../");
    }

    private static @Nullable Path folder(String source, ModuleInstance caller) {
        return folder(source, caller.folder().path(), caller.run().folders());
    }

    private static @Nullable Path folder(String source, Path caller, ModuleFolders folders) {
        try {
            Path folder = folders.confines().inside(caller.resolve(source));
            return folder != null && Files.isDirectory(folder) ? folder : null;
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    @Override
    public Node whole(Place at) {
        if (inner == null) {
            return attribute("outputs", at);
        }
        Map<String, Node> outputs = new LinkedHashMap<>();
        for (Block output : inner.folder().blocks("output")) {
            String name = String.join(".", output.labels());
            outputs.put(name, inner.output(name, at));
        }
        return new Node.Fields(outputs, at);
    }

    @Override
    public Node attribute(String name, Place at) {
        return inner == null
                ? new Node.Unknown(address + " is a module that is not read", Node.Clue.from(address), at)
                : inner.output(name, at);
    }
}
