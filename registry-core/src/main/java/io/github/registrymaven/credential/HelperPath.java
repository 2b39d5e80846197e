package io.github.registrymaven.credential;

import io.github.registrymaven.machine.Machine;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds a helper on the PATH of the machine, which need not be the PATH of this JVM. */
final class HelperPath {
    private static final int LENGTH_SHOWN = 300;

    private final boolean windows;
    private final String path;
    private final String extensions;

    HelperPath(Machine machine) {
        windows = machine.properties()
                .getOrDefault("os.name", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("windows");
        path = variable(machine.environment(), "PATH", "");
        extensions = variable(machine.environment(), "PATHEXT", ".COM;.EXE;.BAT;.CMD");
    }

    @Nullable
    Path find(String program) {
        return first(program, Files::isExecutable);
    }

    /**
     * The file that has the name and is no program for want of one bit: a download, or a copy from a Windows share. Null where
     * there is none; on Windows the name decides.
     */
    @Nullable
    Path barred(String program) {
        return windows ? null : first(program, file -> !Files.isExecutable(file));
    }

    private @Nullable Path first(String program, Predicate<Path> fits) {
        for (String folder : path.split(windows ? ";" : ":", -1)) {
            for (String name : names(program)) {
                Path file = file(folder, name);
                if (file != null && Files.isRegularFile(file) && fits.test(file)) {
                    return file;
                }
            }
        }
        return null;
    }

    /** Where it was looked for, to show when it is not there. */
    List<String> evidence() {
        String shown = path.length() > LENGTH_SHOWN ? path.substring(0, LENGTH_SHOWN) + "…" : path;
        return List.of(path.isEmpty() ? "PATH is not set" : "PATH is " + shown);
    }

    private List<String> names(String program) {
        if (!windows) {
            return List.of(program);
        }
        List<String> names = new ArrayList<>();
        for (String extension : extensions.split(";", -1)) {
            names.add(program + extension.toLowerCase(Locale.ROOT));
        }
        return names;
    }

    // A relative folder would mean whatever folder Maven happens to run in: a project could bring its own helper.
    private static @Nullable Path file(String folder, String name) {
        try {
            Path parent = Path.of(folder);
            return parent.isAbsolute() ? parent.resolve(name) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    // On Windows it is "Path" as often as "PATH".
    private String variable(Map<String, String> environment, String name, String otherwise) {
        for (Map.Entry<String, String> entry : environment.entrySet()) {
            if (windows ? entry.getKey().equalsIgnoreCase(name) : entry.getKey().equals(name)) {
                return entry.getValue();
            }
        }
        return otherwise;
    }
}
