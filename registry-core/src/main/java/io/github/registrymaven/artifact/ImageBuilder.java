package io.github.registrymaven.artifact;

import java.nio.file.Path;
import java.util.List;

/**
 * Builds an image out of files, as an OCI layout that our own client pushes as it is. Implementations live in a module of
 * their own, next to the library they need, and are found as a service. Thread-safe.
 */
public interface ImageBuilder {
    /**
     * Builds the image. The same plan comes to the same digest, on any machine and at any time. What goes wrong is part of
     * the result.
     */
    ImageBuild build(ImagePlan plan, Workplace workplace) throws InterruptedException;

    /** The classes that have a {@code main} method, by name, sorted. */
    List<String> mainClasses(Path classes);
}
