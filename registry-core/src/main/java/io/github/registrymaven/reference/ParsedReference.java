package io.github.registrymaven.reference;

import org.jspecify.annotations.Nullable;

/** What parsing a reference yields: the reference, or what is wrong with it. */
public sealed interface ParsedReference {
    /** The text is a reference by the grammar of distribution/reference. */
    record Valid(ImageReference reference) implements ParsedReference {}

    /** The text is not a reference. */
    record Invalid(ReferenceProblem problem) implements ParsedReference {}

    /** The reference, for whom it does not matter what is wrong; null where the text is none. */
    default @Nullable ImageReference orNull() {
        return this instanceof Valid valid ? valid.reference() : null;
    }
}
