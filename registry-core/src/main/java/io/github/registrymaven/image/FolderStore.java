package io.github.registrymaven.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder. Links are followed as long as they stay in it. */
record FolderStore(Path path) implements Store {
    @Override
    public @Nullable Stored find(String name) throws IOException {
        Path file = path.resolve(name);
        if (!Files.exists(file)) {
            if (Files.isSymbolicLink(file)) {
                throw BrokenImage.missing(file.toString(), " is a link to a file that is not there, or in a circle");
            }
            return null;
        }
        // Not only the file may be a link: the folder that it is in, too.
        Path real = file.toRealPath();
        if (!real.startsWith(path.toRealPath())) {
            throw BrokenImage.invalid(
                    file.toString(), " is a link out of " + path + ", to " + real + ": what lies there is not pushed");
        }
        return Files.isRegularFile(real) ? new Stored(real, 0, Files.size(real), file.toString()) : null;
    }
}
