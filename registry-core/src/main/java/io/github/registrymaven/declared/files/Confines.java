package io.github.registrymaven.declared.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folders that were given, as they really are. Whatever a file refers to is looked at only inside of them.
 */
public record Confines(List<Path> roots) {
    public Confines {
        roots = List.copyOf(roots);
    }

    /** The real path of what is there and inside; null otherwise. */
    public @Nullable Path inside(Path path) {
        try {
            Path real = path.toRealPath();
            for (Path root : roots) {
                if (real.startsWith(root)) {
                    return real;
                }
            }
            return null;
        } catch (IOException missing) {
            return null;
        }
    }
}
