package io.github.registrymaven.reference;

/** What parsing a reference yields: the reference, or what is wrong with it. */
public sealed interface ParsedReference {
    /** The text is a reference by the grammar of distribution/reference. */
    record Valid(ImageReference reference) implements ParsedReference {}

    /** The text is not a reference. */
    record Invalid(ReferenceProblem problem) implements ParsedReference {}
}
