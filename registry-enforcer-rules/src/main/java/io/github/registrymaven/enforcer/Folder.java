package io.github.registrymaven.enforcer;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** An element {@code <folder>}: a folder or a file. It is here for the reason that {@link Image} is. */
public final class Folder {
    private @Nullable File path;

    /** What Maven gives the path to, which starts from the module's folder. */
    public void set(File found) {
        this.path = found;
    }

    /** Null where the element is empty. */
    @Nullable
    File path() {
        return path;
    }

    @Override
    public String toString() {
        return String.valueOf(path);
    }
}
