package io.github.registrymaven.generate;

import java.util.List;

/**
 * What was generated for the images of a build.
 *
 * @param files in the order in which one would read them
 * @param notes what is still to be done or known, one sentence each
 */
public record Generation(List<GeneratedFile> files, List<String> notes) {
    public Generation {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }
}
