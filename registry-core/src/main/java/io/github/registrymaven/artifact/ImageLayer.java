package io.github.registrymaven.artifact;

import java.nio.file.Path;
import java.util.List;

/**
 * Files that make one layer, in the order in which they are in it.
 *
 * @param name such as {@code dependencies}; kept in the image's history
 */
public record ImageLayer(String name, List<File> files) {
    public ImageLayer {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param source where it is now
     * @param target where it is in the image: an absolute path with {@code /}
     */
    public record File(Path source, String target) {}
}
