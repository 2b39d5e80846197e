package io.github.registrymaven.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether tags may move.
 *
 * @param immutable what holds for tags in general
 * @param exceptions patterns of the tags for which the opposite holds; {@code *} stands for anything
 * @param said the registry's own word for it, such as {@code IMMUTABLE_WITH_EXCLUSION}
 * @param loose where each tag is fixed by itself, and not before it is there: those that are there and may move; null where a
 *     setting decides for tags that are yet to be pushed, too
 */
public record TagMutability(
        boolean immutable,
        List<String> exceptions,
        String said,
        @Nullable List<String> loose) {
    public TagMutability {
        exceptions = List.copyOf(exceptions);
        loose = loose == null ? null : List.copyOf(loose);
    }

    /** What a setting of the repository decides for all tags. */
    public TagMutability(boolean immutable, List<String> exceptions, String said) {
        this(immutable, exceptions, said, null);
    }

    /** Whether this very tag, once pushed, stays where it is. */
    public boolean holds(String tag) {
        return immutable != Wildcard.matchesAny(exceptions, tag);
    }

    /** Whether this tag is to be fixed by itself and is not there yet, so that nobody can have done it. */
    public boolean isUndecided(String tag) {
        return loose != null && !holds(tag) && !loose.contains(tag);
    }
}
