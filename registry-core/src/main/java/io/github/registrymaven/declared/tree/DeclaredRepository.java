package io.github.registrymaven.declared.tree;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.ImageReference;
import java.util.function.ToIntFunction;

/**
 * A repository's state, and which images it is about.
 *
 * @param closeness how closely it governs an image: zero where it does not; the repository itself comes before a template
 */
public record DeclaredRepository(RepositoryState state, ToIntFunction<ImageReference> closeness) {
    /** The closeness of what names the image's own repository: more than any prefix is long. */
    public static final int ITSELF = 10_000;
}
