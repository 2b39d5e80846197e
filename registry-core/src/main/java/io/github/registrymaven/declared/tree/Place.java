package io.github.registrymaven.declared.tree;

/**
 * A line of a file.
 *
 * @param file the file as it is shown to people
 * @param line counted from one; 0 for the file itself, as where it cannot be read
 */
public record Place(String file, int line) {
    /** As compilers write it: {@code infra/main.tf:12}. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
