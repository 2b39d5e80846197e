package io.github.registrymaven.reference;

/**
 * Something about a valid reference that its registry will not like.
 *
 * @param level whether a push surely fails for it
 */
public record NamingRemark(Level level, ReferenceProblem problem) {
    /** How sure it is. */
    public enum Level {
        /** A push surely fails. */
        FAIL,
        /** A push probably fails, or the name means something else than it seems to. */
        WARN
    }
}
