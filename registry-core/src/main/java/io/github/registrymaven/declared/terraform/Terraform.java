package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.files.Confines;
import io.github.registrymaven.declared.files.Shown;
import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.tree.Problem;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Terraform's modules among files. A folder that another one calls as a module is read as part of that one; every other
 * folder with {@code .tf} or OpenTofu's {@code .tofu} files is a root module of its own. Not thread-safe.
 */
public final class Terraform {
    /** How Terragrunt's files are called: each says what a module is given, which is not read. */
    private static final Set<String> TERRAGRUNT = Set.of("terragrunt.hcl", "terragrunt.stack.hcl", "root.hcl");

    private final ModuleFolders folders;
    private final List<Problem> problems;
    private @Nullable Giver terragrunt;
    /** By the last part of their paths, the modules that are called as ones of another repository, which may be this one. */
    private final Map<Path, Giver> fromAfar = new LinkedHashMap<>();

    /**
     * @param confines outside of which nothing is read
     * @param problems where to say what was not read
     */
    public Terraform(Shown shown, Confines confines, List<Problem> problems) {
        this.folders = new ModuleFolders(shown, confines, problems);
        this.problems = problems;
    }

    /** One stack for each root module. A file that was named stands for its whole folder, as it does for Terraform. */
    public List<Stack> read(List<SourceFile> files) {
        Set<Path> found = new LinkedHashSet<>();
        Set<Path> variables = new LinkedHashSet<>();
        Set<Path> strewn = new LinkedHashSet<>();
        for (SourceFile file : files) {
            Path folder = file.path().getParent();
            if (folder != null && ModuleFolders.isOfAModule(file.name())) {
                found.add(folder);
            }
            if (terragrunt == null && TERRAGRUNT.contains(file.name())) {
                terragrunt = new Giver("Terragrunt, as in " + file.shown(), file.start());
            }
            if (file.name().endsWith(".tfvars") || file.name().endsWith(".tfvars.json")) {
                (file.named() ? variables : strewn).add(file.path());
            }
        }
        strewn.removeIf(file -> found.contains(file.getParent()));
        List<Stack> stacks = new ArrayList<>();
        Set<Path> roots = roots(found);
        for (Path root : roots) {
            stacks.add(stack(root, of(root, roots, variables), offeredTo(root, roots, strewn)));
        }
        return stacks;
    }

    /** A tfvars file that lies in a root module's folder is for that one; one that lies elsewhere is for all. */
    private static Set<Path> of(Path root, Set<Path> roots, Set<Path> variables) {
        Set<Path> own = new LinkedHashSet<>(variables);
        own.removeIf(file -> !root.equals(file.getParent()) && roots.contains(file.getParent()));
        return own;
    }

    /** A tfvars file in a folder of its own is for the closest root module around it; where there is none, it may be for any. */
    private static Set<Path> offeredTo(Path root, Set<Path> roots, Set<Path> strewn) {
        Set<Path> offered = new LinkedHashSet<>(strewn);
        offered.removeIf(file -> !root.equals(closestAround(file, roots, root)));
        return offered;
    }

    private static Path closestAround(Path file, Set<Path> roots, Path otherwise) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (roots.contains(folder)) {
                return folder;
            }
        }
        return otherwise;
    }

    private static Set<Path> without(Set<Path> all, Set<Path> some) {
        Set<Path> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        // Modules that only call each other have to begin somewhere.
        return rest.isEmpty() ? all : rest;
    }

    private Set<Path> roots(Set<Path> found) {
        Set<Path> called = new HashSet<>();
        for (Path folder : found) {
            ModuleFolder module = folders.get(folder);
            for (Block block : module.blocks("module")) {
                Path inner = ModuleCall.folder(block, module, folders);
                if (inner != null && !inner.equals(folder)) {
                    called.add(inner);
                }
                Path afar = ModuleCall.folderAfar(block);
                if (afar != null) {
                    fromAfar.putIfAbsent(afar, new Giver("the module call in " + block.at(), block.at()));
                }
            }
        }
        return without(found, called);
    }

    private Stack stack(Path folder, Set<Path> variables, Set<Path> offered) {
        ModuleFolder module = folders.get(folder);
        Run run = new Run(folders, folder, problems);
        Tfvars inputs = Tfvars.of(module, folders, variables, offered, giver(folder), run);
        ModuleInstance root = new ModuleInstance(run, module, "", inputs, Providers.OF_ROOT, 0);
        List<Resource> resources = new Collector(root).collect();
        return new Stack(module.at().file(), resources);
    }

    /** What else may give a root module's variables their values; null where nothing is known of. */
    private @Nullable Giver giver(Path folder) {
        return terragrunt == null
                ? fromAfar.entrySet().stream()
                        .filter(module -> folder.endsWith(module.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null)
                : terragrunt;
    }
}
