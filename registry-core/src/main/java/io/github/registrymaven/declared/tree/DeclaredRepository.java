package io.github.registrymaven.declared.tree;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.ImageReference;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A repository's state, and which images it is about.
 *
 * @param nameless why its name is not known, as part of a sentence; null where it is known, or is given when it is made
 * @param path the only path below a host that it is about; null where that is not what decides
 * @param closeness how closely it governs an image, or would by another name: zero where it does not; the repository itself
 *     comes before a template
 */
public record DeclaredRepository(
        RepositoryState state,
        @Nullable String nameless,
        @Nullable String path,
        ToIntFunction<ImageReference> closeness) {
    /** The closeness of what names the image's own repository: more than any prefix is long. */
    public static final int ITSELF = 10_000;

    public DeclaredRepository(RepositoryState state, ToIntFunction<ImageReference> closeness) {
        this(state, null, null, closeness);
    }

    /** The same, which is called by what a node says; by nothing at all it is given a name that nobody can write before. */
    public DeclaredRepository named(Node name) {
        if (name instanceof Node.Unknown unknown) {
            return new DeclaredRepository(state, unknown.inWords(), null, closeness);
        }
        return name.text() == null ? new DeclaredRepository(state, image -> 0) : this;
    }
}
