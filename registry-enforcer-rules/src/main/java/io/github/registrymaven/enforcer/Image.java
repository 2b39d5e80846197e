package io.github.registrymaven.enforcer;

import org.jspecify.annotations.Nullable;

/**
 * An element {@code <image>}: an image's name, as it is written.
 *
 * <p>For each element of a list Maven looks for a class that is called like it, and takes it for text only where there is none:
 * without this one it would go through every jar of Enforcer's, for each rule of each module.
 */
public final class Image {
    private @Nullable String name;

    /** What Maven gives the text of the element to. */
    public void set(String text) {
        this.name = text;
    }

    /** The name; empty where the element is. */
    @Override
    public String toString() {
        return name == null ? "" : name;
    }
}
