package io.github.registrymaven.image;

import io.github.registrymaven.diagnosis.ShellText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder. Links are followed as long as they stay in it. */
record FolderStore(Path path) implements Store {
    @Override
    public @Nullable Stored find(String name) throws IOException {
        if (EntryPath.normal(name) == null) {
            throw BrokenImage.invalid(
                    path.toString(), " names " + Printable.of(name) + ", which lies outside of the folder");
        }
        Path file = path.resolve(name);
        Path real;
        try {
            // Not only the file may be a link: the folder that it is in, too.
            real = file.toRealPath();
        } catch (NoSuchFileException missing) {
            if (Files.isSymbolicLink(file)) {
                throw BrokenImage.missing(file.toString(), " is a link to a file that is not there");
            }
            return null;
        } catch (AccessDeniedException denied) {
            throw denied;
        } catch (FileSystemException circle) {
            throw BrokenImage.invalid(file.toString(), " cannot be followed: " + circle.getReason());
        }
        if (!real.startsWith(path.toRealPath())) {
            throw BrokenImage.invalid(
                    file.toString(),
                    " is a link out of " + path + ", to " + real
                            + ": what lies there is not pushed. Where it belongs to the image (Bazel links layers so), "
                            + "copy all of it to one folder: cp -RL " + ShellText.quoted(path.toString()) + " image");
        }
        return Files.isRegularFile(real) ? new Stored(real, 0, Files.size(real), file.toString()) : null;
    }
}
