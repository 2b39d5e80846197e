package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.files.SourceText;
import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.hcl.Expression;
import io.github.registrymaven.declared.hcl.HclFile;
import io.github.registrymaven.declared.json.JsonTree;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Unreadable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a root module's variables are given by tfvars files. */
final class Tfvars implements Inputs {
    private static final Set<String> STATE = Set.of("backend", "cloud");

    private final Map<String, Node> values = new LinkedHashMap<>();
    /** By variable, the values of files that somebody may name when Terraform is run, or not. */
    private final Map<String, List<Node>> choices = new LinkedHashMap<>();

    private @Nullable Giver giver;

    private Tfvars(@Nullable Giver giver) {
        this.giver = giver;
    }

    /**
     * @param named the files that the user named, in order
     * @param strewn files in folders of their own, as {@code envs/prod.tfvars}, of which one may be named when Terraform is run
     * @param giver what may give the variables values of which nothing is known here; null where there is nothing like that
     */
    static Tfvars of(
            ModuleFolder folder,
            ModuleFolders folders,
            Set<Path> named,
            Set<Path> strewn,
            @Nullable Giver giver,
            Run run) {
        Tfvars vars = new Tfvars(giver);
        ModuleInstance nowhere = new ModuleInstance(
                run, new ModuleFolder(folder.path(), folder.at().file()), "", name -> null, Providers.OF_ROOT, 0);
        List<Path> files = new ArrayList<>(folders.list(folder.path(), ".tfvars"));
        files.addAll(folders.list(folder.path(), ".tfvars.json"));
        files.sort(null);
        List<Path> first = new ArrayList<>();
        List<Path> second = new ArrayList<>();
        List<Path> onDemand = new ArrayList<>(strewn);
        for (Path file : files) {
            if (!isAutomatic(name(file))) {
                onDemand.add(file);
            } else if (name(file).startsWith("terraform.")) {
                first.add(file);
            } else {
                second.add(file);
            }
        }
        // terraform.tfvars comes before all that are called *.auto.tfvars, and those before what is named.
        for (Collection<Path> each : List.of(first, second, named)) {
            for (Path file : each) {
                vars.take(file, nowhere);
            }
        }
        if (named.isEmpty()) {
            for (Path file : onDemand) {
                vars.offer(file, nowhere);
            }
        }
        vars.giver = giver == null ? vars.caller(folder) : giver;
        return vars;
    }

    /**
     * Who calls a module that is none to begin with: it says nowhere where it goes to, or where its state is kept, and lacks a
     * value. Null where it may be one.
     */
    private @Nullable Giver caller(ModuleFolder folder) {
        boolean begins = !folder.blocks("provider").isEmpty()
                || folder.blocks("terraform").stream()
                        .anyMatch(settings ->
                                settings.body().blocks().stream().anyMatch(block -> STATE.contains(block.type())));
        if (begins) {
            return null;
        }
        return folder.blocks("variable").stream()
                .filter(variable -> variable.body().value("default") == null)
                .filter(variable -> !values.containsKey(name(variable)) && !choices.containsKey(name(variable)))
                .findFirst()
                .map(variable -> new Giver(
                        "whoever calls the module, as var." + name(variable) + " has no value here", variable.at()))
                .orElse(null);
    }

    private static String name(Block variable) {
        return String.join(".", variable.labels());
    }

    @Override
    public @Nullable Node get(String variable) {
        return values.get(variable);
    }

    @Override
    public @Nullable Node doubt(String variable, @Nullable Node value) {
        for (Node other : choices.getOrDefault(variable, List.of())) {
            if (value == null || !Boolean.TRUE.equals(new Comparison().equal(value, other))) {
                return new Node.Unknown(
                        "var." + variable + " depends on whether " + other.at().file() + " is used", other.at());
            }
        }
        // What Terragrunt gives goes into the environment, which counts for less than any file.
        return giver == null || value == null || values.containsKey(variable)
                ? null
                : new Node.Unknown("var." + variable + " may be given a value by " + giver.words(), giver.at());
    }

    private void take(Path file, ModuleInstance nowhere) {
        read(file, nowhere).forEach(values::put);
    }

    private void offer(Path file, ModuleInstance nowhere) {
        read(file, nowhere)
                .forEach((name, value) ->
                        choices.computeIfAbsent(name, any -> new ArrayList<>()).add(value));
    }

    private static Map<String, Node> read(Path path, ModuleInstance nowhere) {
        Map<String, Node> read = new LinkedHashMap<>();
        SourceFile file = nowhere.run().folders().file(path);
        try {
            if (nowhere.run().confines().inside(path) == null) {
                throw new Unreadable(file.start(), "is a link that leads out of the folder that was given");
            }
            String text = SourceText.of(file);
            if (name(path).endsWith(".json")) {
                if (JsonTree.read(text, file.shown(), false) instanceof Node.Fields object) {
                    read.putAll(object.fields());
                }
                return read;
            }
            HclFile.read(text, file.shown()).attributes().forEach((name, attribute) -> {
                Expression value = attribute.value();
                read.put(name, Evaluator.evaluate(value, nowhere.scope()).movedTo(attribute.at()));
            });
        } catch (Unreadable broken) {
            nowhere.run().problem(broken.problem().at(), broken.problem().message());
        }
        return read;
    }

    private static boolean isAutomatic(String name) {
        return name.equals("terraform.tfvars")
                || name.equals("terraform.tfvars.json")
                || name.endsWith(".auto.tfvars")
                || name.endsWith(".auto.tfvars.json");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
