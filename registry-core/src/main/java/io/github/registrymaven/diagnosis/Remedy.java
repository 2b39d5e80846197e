package io.github.registrymaven.diagnosis;

import java.util.List;

/**
 * One way to mend a cause, ready to copy.
 *
 * @param title what it does, an imperative sentence
 * @param commands commands to type, with the user's real names filled in
 * @param files files to create or change
 */
public record Remedy(String title, List<String> commands, List<File> files) {
    public Remedy {
        commands = List.copyOf(commands);
        files = List.copyOf(files);
    }

    /** A file, or the part of one that matters. */
    public record File(String name, String content) {}
}
