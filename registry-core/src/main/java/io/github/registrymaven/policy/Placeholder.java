package io.github.registrymaven.policy;

/** What stands where a secret is yet to be put. */
public final class Placeholder {
    /** Alternatives of a regular expression in which capitals do not count; each place has words of its own beside these. */
    public static final String WORDS =
            "(change|replace|fill|set)[-_ ]?(it|me|this|in)([-_ ].*)?|todo|tbd|unset|dummy|placeholder";

    private Placeholder() {}
}
