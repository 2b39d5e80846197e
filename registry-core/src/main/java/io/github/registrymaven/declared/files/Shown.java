package io.github.registrymaven.declared.files;

import java.nio.file.Path;

/** How paths are shown: from the project's folder on where they lie in it, and with {@code /} on every system. */
public final class Shown {
    private final Path base;

    /**
     * @param base the project's folder
     */
    public Shown(Path base) {
        this.base = base.toAbsolutePath().normalize();
    }

    /** The path for people. */
    public String of(Path path) {
        Path absolute = base.resolve(path).normalize();
        String shown = (absolute.startsWith(base) ? base.relativize(absolute) : absolute).toString();
        return shown.isEmpty() ? "." : shown.replace('\\', '/');
    }

    /** The path as the file system knows it. */
    Path absolute(Path path) {
        return base.resolve(path).normalize();
    }
}
