package io.github.registrymaven.declared.given;

import io.github.registrymaven.declared.files.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where files that are used together lie. */
final class Paths {
    private Paths() {}

    /** What a relative path in a file leads to; null where it is no path. */
    static @Nullable Path beside(SourceFile file, String relative) {
        try {
            return file.path().resolveSibling(relative).normalize();
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    /** Whether a file lies in the folder of a template, in one beside that, or below either. */
    static boolean areNear(SourceFile template, SourceFile file) {
        Path folder = template.path().getParent();
        Path around = folder == null ? null : folder.getParent();
        Path own = file.path().getParent();
        if (folder == null || own == null) {
            return false;
        }
        return own.startsWith(folder) || (around != null && around.equals(own.getParent()));
    }
}
