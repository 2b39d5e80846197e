package io.github.registrymaven.declared.tree;

/**
 * A line of a file.
 *
 * @param file the file as it is shown to people
 * @param line counted from one
 */
public record Place(String file, int line) {
    /** As compilers write it: {@code infra/main.tf:12}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
