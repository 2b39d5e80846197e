package io.github.registrymaven.reference;

/** What the grammar makes of a text. */
sealed interface Reading {
    /** It is a reference. */
    record Understood(ImageReference reference) implements Reading {}

    /**
     * It is none, and this is the leftmost reason.
     *
     * @param position the offset of the first character that cannot stand where it does
     */
    record Fault(int position, String message, String expected) implements Reading {}
}
