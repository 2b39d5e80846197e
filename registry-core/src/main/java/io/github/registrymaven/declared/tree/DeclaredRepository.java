package io.github.registrymaven.declared.tree;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.ImageReference;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A repository's state, and which images it is about.
 *
 * @param path the only path below a host that it is about; null where that is not what decides
 * @param closeness how closely it governs an image: zero where it does not; the repository itself comes before a template
 */
public record DeclaredRepository(
        RepositoryState state, @Nullable String path, ToIntFunction<ImageReference> closeness) {
    /** The closeness of what names the image's own repository: more than any prefix is long. */
    public static final int ITSELF = 10_000;

    public DeclaredRepository(RepositoryState state, ToIntFunction<ImageReference> closeness) {
        this(state, null, closeness);
    }
}
