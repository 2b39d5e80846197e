package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.files.Confines;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Problem;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all modules below one root have in common: how much may still be worked out for them, and where to say what is wrong.
 * An expression of few characters can ask for any amount of work.
 */
final class Run {
    private static final int MOST_STEPS = 2_000_000;
    private static final int DEEPEST = 400;
    private static final int MOST_RESOURCES = 20_000;

    private final ModuleFolders folders;
    private final Path root;
    private final List<Problem> problems;
    private final Set<Problem> said = new HashSet<>();
    private int steps;
    private int depth;
    private int resources;
    private @Nullable Resource cut;

    /**
     * @param root the root module's folder, from where Terraform is taken to run
     */
    Run(ModuleFolders folders, Path root, List<Problem> problems) {
        this.folders = folders;
        this.root = root;
        this.problems = problems;
    }

    ModuleFolders folders() {
        return folders;
    }

    Path root() {
        return root;
    }

    /** A folder as Terraform calls it, whatever it is on this machine. */
    String relative(Path folder) {
        String relative = root.relativize(folder).toString().replace('\\', '/');
        return relative.isEmpty() ? "." : relative;
    }

    Confines confines() {
        return folders.confines();
    }

    /** Whether one more step may be taken, deeper than the one it is part of. It is to be left in either case. */
    boolean enter() {
        return ++depth <= DEEPEST && ++steps <= MOST_STEPS;
    }

    void leave() {
        depth--;
    }

    /** Whether there may be one more resource. */
    boolean makes(Place at) {
        if (++resources == MOST_RESOURCES + 1) {
            cut = Stack.broken("what follows " + MOST_RESOURCES + " resources", at);
            problem(at, "makes more than " + MOST_RESOURCES + " resources, and the rest of them is not judged");
        }
        return cut == null;
    }

    /** Stands for the resources that there may not be any more; null where there are all. */
    @Nullable
    Resource cut() {
        return cut;
    }

    /** Said once, however often it is met. */
    void problem(Place at, String message) {
        Problem problem = new Problem(at, message);
        if (said.add(problem)) {
            problems.add(problem);
        }
    }
}
