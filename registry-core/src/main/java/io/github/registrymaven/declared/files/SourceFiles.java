package io.github.registrymaven.declared.files;

import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the files below the given ones, each once. Hidden folders (where Terraform keeps what it downloaded), {@code
 * node_modules} and {@code target} are passed over where they are not named. A link is followed as long as it stays inside
 * the folder that was given. Not thread-safe.
 */
public final class SourceFiles {
    private static final Set<String> PASSED_OVER = Set.of("node_modules", "target");
    private static final Set<String> ENDINGS = Set.of(
            ".tf",
            ".tofu",
            ".tfvars",
            "terragrunt.hcl",
            "terragrunt.stack.hcl",
            "root.hcl",
            ".json",
            ".yaml",
            ".yml",
            ".template",
            ".bicep",
            ".bicepparam");
    private static final int DEPTH = 64;
    private static final int MOST_FILES = 50_000;

    private final Shown shown;
    private final List<Problem> problems;
    private final List<Path> roots = new ArrayList<>();
    private final List<SourceFile> files = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    /**
     * @param problems where to say what was not followed
     */
    public SourceFiles(Shown shown, List<Problem> problems) {
        this.shown = shown;
        this.problems = problems;
    }

    /** The files: those that are named first, then those in folders, each in the order of the paths and below them by name. */
    public List<SourceFile> find(List<Path> paths) {
        Map<Path, Path> folders = new LinkedHashMap<>();
        for (Path path : paths) {
            Path absolute = shown.absolute(path);
            try {
                Path real = absolute.toRealPath();
                if (Files.isDirectory(real)) {
                    roots.add(real);
                    folders.put(real, absolute);
                } else if (seen.add(real)) {
                    roots.add(Objects.requireNonNull(real.getParent()));
                    files.add(new SourceFile(real, shown.of(absolute), true));
                }
            } catch (IOException missing) {
                problem(absolute, "is not there, or cannot be read");
            }
        }
        for (Map.Entry<Path, Path> folder : folders.entrySet()) {
            folder(folder.getKey(), folder.getValue(), folder.getKey(), 0);
        }
        return List.copyOf(files);
    }

    /** The folders outside of which nothing is read, once the files were found. */
    public Confines confines() {
        return new Confines(roots);
    }

    private void folder(Path real, Path named, Path root, int depth) {
        if (!seen.add(real)) {
            return;
        }
        if (depth > DEPTH) {
            problem(named, "lies more than " + DEPTH + " folders deep, and is not read");
            return;
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(named)) {
            for (Path entry : listing) {
                entries.add(entry);
            }
        } catch (IOException unreadable) {
            problem(named, "cannot be listed");
        }
        entries.sort(null);
        for (Path entry : entries) {
            entry(entry, root, depth);
        }
    }

    private void entry(Path entry, Path root, int depth) {
        String name = String.valueOf(entry.getFileName());
        boolean wanted = ENDINGS.stream().anyMatch(name::endsWith);
        boolean folder = Files.isDirectory(entry);
        if (name.startsWith(".") || (folder && PASSED_OVER.contains(name)) || !(folder || wanted)) {
            return;
        }
        try {
            Path real = entry.toRealPath();
            if (!real.startsWith(root)) {
                problem(entry, "is a link that leads out of " + shown.of(root) + ", and is not followed");
            } else if (folder) {
                folder(real, entry, root, depth + 1);
            } else if (files.size() >= MOST_FILES) {
                problem(entry, "is not read: there are more than " + MOST_FILES + " files");
            } else if (Files.isRegularFile(real) && seen.add(real)) {
                files.add(new SourceFile(real, shown.of(entry), false));
            }
        } catch (IOException leadsNowhere) {
            problem(entry, "is a link that leads nowhere, or to itself");
        }
    }

    private void problem(Path path, String message) {
        if (problems.size() < MOST_FILES) {
            problems.add(new Problem(new Place(shown.of(path), 0), message));
        }
    }
}
