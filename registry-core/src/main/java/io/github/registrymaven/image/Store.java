package io.github.registrymaven.image;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of an image: in a folder, or in a tar that is read where it lies. */
interface Store {
    Path path();

    /**
     * A file by its name, which has slashes; null where there is none.
     *
     * @throws BrokenImage if the name is that of a link that leads out, in a circle or nowhere
     */
    @Nullable
    Stored find(String name) throws IOException;
}
