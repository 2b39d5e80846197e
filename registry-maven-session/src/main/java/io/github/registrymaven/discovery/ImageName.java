package io.github.registrymaven.discovery;

import org.jspecify.annotations.Nullable;

/** A name as plugins put it together: whether it is a valid one is the preflight's to say. */
final class ImageName {
    private final String repository;
    private final @Nullable String tag;

    private ImageName(String repository, @Nullable String tag) {
        this.repository = repository;
        this.tag = tag;
    }

    static ImageName of(String reference) {
        int colon = colonBeforeTag(reference);
        return colon < 0
                ? new ImageName(reference, null)
                : new ImageName(reference.substring(0, colon), reference.substring(colon + 1));
    }

    /** With the registry, without the tag. */
    String repository() {
        return repository;
    }

    @Nullable
    String tag() {
        return tag;
    }

    /** The same repository with another tag. */
    String withTag(String other) {
        return repository + ":" + other;
    }

    /** Whether both are one image: a name without a tag means {@code latest}. */
    boolean isSame(ImageName other) {
        return withTag(tagOrLatest()).equals(other.withTag(other.tagOrLatest()));
    }

    private String tagOrLatest() {
        return tag == null ? "latest" : tag;
    }

    /** The colon of a port is before a slash, and one in an expression is in braces. */
    private static int colonBeforeTag(String reference) {
        int braces = 0;
        for (int i = reference.length() - 1; i >= 0; i--) {
            char c = reference.charAt(i);
            braces += c == '}' ? 1 : c == '{' ? -1 : 0;
            if (braces == 0 && c == '/') {
                return -1;
            }
            if (braces == 0 && c == ':') {
                return i;
            }
        }
        return -1;
    }
}
