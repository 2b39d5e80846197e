package io.github.registrymaven.preflight;

import io.github.registrymaven.reference.ImageReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cloud answered about the images on one host. Asks nothing more. Thread-safe. */
public interface Survey {
    /**
     * Whether an upload session may be opened. Not where the repository is absent: on some clouds an upload would create
     * it. Known before the registry itself is asked.
     */
    boolean mayOpenUpload(ImageReference image);

    /**
     * The conclusions about one image, of any stage, drawn from the cloud's answers and the registry's together. One that
     * has the name of a rung's own check stands in its place; any other stands beside it. What the caller may not ask is
     * {@code unknown}, never {@code fail}.
     */
    List<Finding> findings(Sight sight);

    /**
     * Who pushes the image, where the cloud knows it for certain; null where it does not, and the login's own name has to
     * do.
     */
    default @Nullable Identity identity(Sight sight) {
        return null;
    }
}
