package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.files.Confines;
import io.github.registrymaven.declared.files.Shown;
import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.files.SourceText;
import io.github.registrymaven.declared.hcl.HclFile;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Problem;
import io.github.registrymaven.declared.tree.Unreadable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads each module's folder once, however often the module is called. Not thread-safe. */
final class ModuleFolders {
    private static final String TOFU = ".tofu";

    private final Shown shown;
    private final Confines confines;
    private final List<Problem> problems;
    private final Map<Path, ModuleFolder> read = new HashMap<>();

    ModuleFolders(Shown shown, Confines confines, List<Problem> problems) {
        this.shown = shown;
        this.confines = confines;
        this.problems = problems;
    }

    Confines confines() {
        return confines;
    }

    /** A file for people. */
    SourceFile file(Path path) {
        return new SourceFile(path, shown.of(path), false);
    }

    /**
     * @param path the folder's real path, inside the confines
     */
    ModuleFolder get(Path path) {
        ModuleFolder known = read.get(path);
        if (known != null) {
            return known;
        }
        ModuleFolder folder = new ModuleFolder(path, shown.of(path));
        read.put(path, folder);
        List<Path> overrides = new ArrayList<>();
        for (Path file : sources(path)) {
            if (isOverride(file)) {
                overrides.add(file);
            } else {
                read(file, folder, false);
            }
        }
        for (Path file : overrides) {
            read(file, folder, true);
        }
        for (String ending : List.of(".tf.json", ".tofu.json")) {
            for (Path json : list(path, ending)) {
                broken(
                        folder,
                        new Problem(
                                file(json).start(),
                                "is Terraform in JSON, which is not read: a plan of it as JSON is"));
            }
        }
        return folder;
    }

    /** Whether a file of that name is part of a module. */
    static boolean isOfAModule(String name) {
        return name.endsWith(".tf") || name.endsWith(TOFU) || name.endsWith(".tf.json") || name.endsWith(".tofu.json");
    }

    /** A file of OpenTofu's own takes the place of Terraform's of the same name. */
    private List<Path> sources(Path folder) {
        List<Path> own = list(folder, TOFU);
        Set<String> replaced = new HashSet<>();
        own.forEach(file -> replaced.add(stem(file)));
        List<Path> files = new ArrayList<>(list(folder, ".tf"));
        files.removeIf(file -> replaced.contains(stem(file)));
        files.addAll(own);
        files.sort(null);
        return files;
    }

    /** The files with that ending directly in a folder, by name. */
    List<Path> list(Path folder, String ending) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
            for (Path file : listing) {
                if (String.valueOf(file.getFileName()).endsWith(ending) && Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        } catch (IOException unreadable) {
            problems.add(new Problem(new Place(shown.of(folder), 1), "cannot be listed"));
        }
        files.sort(null);
        return files;
    }

    private void read(Path path, ModuleFolder folder, boolean override) {
        SourceFile file = file(path);
        if (confines.inside(path) == null) {
            broken(folder, new Problem(file.start(), "is a link that leads out of the folder that was given"));
            return;
        }
        try {
            var body = HclFile.read(SourceText.of(file), file.shown());
            if (override) {
                folder.override(body);
            } else {
                folder.add(body);
            }
        } catch (Unreadable broken) {
            broken(folder, broken.problem());
        }
    }

    private void broken(ModuleFolder folder, Problem problem) {
        problems.add(problem);
        folder.lacks(problem.at());
    }

    private static boolean isOverride(Path file) {
        return stem(file).equals("override") || stem(file).endsWith("_override");
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }
}
