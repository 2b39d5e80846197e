package io.github.registrymaven.declared.given;

import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.tree.Node;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that has nothing but values for parameters.
 *
 * @param path the template it is for; null where it does not say, and is for any that it fits
 */
public record ParameterFile(
        SourceFile file, Node values, @Nullable String path) {
    /** What it gives a template; null where it is not for that. */
    @Nullable
    Given to(SourceFile template, Set<String> parameters) {
        if (path == null) {
            return fits(template, parameters) ? new Given(file.shown(), values, false, true) : null;
        }
        Path meant = Paths.beside(file, path);
        return template.path().equals(meant) ? new Given(file.shown(), values, true, true) : null;
    }

    /** It lies near, and has values for that template's parameters only. */
    private boolean fits(SourceFile template, Set<String> parameters) {
        return values instanceof Node.Fields object
                && !object.fields().isEmpty()
                && parameters.containsAll(object.fields().keySet())
                && Paths.areNear(template, file);
    }
}
