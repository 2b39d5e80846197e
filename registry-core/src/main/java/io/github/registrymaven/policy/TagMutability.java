package io.github.registrymaven.policy;

import java.util.List;

/**
 * Whether tags may move.
 *
 * @param immutable what holds for tags in general
 * @param exceptions patterns of the tags for which the opposite holds; {@code *} stands for anything
 * @param said the registry's own word for it, such as {@code IMMUTABLE_WITH_EXCLUSION}
 */
public record TagMutability(boolean immutable, List<String> exceptions, String said) {
    public TagMutability {
        exceptions = List.copyOf(exceptions);
    }

    /** Whether this very tag, once pushed, stays where it is. */
    public boolean holds(String tag) {
        return immutable != Wildcard.matchesAny(exceptions, tag);
    }
}
