package io.github.registrymaven.credential;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a credential came from.
 *
 * @param description for people, such as {@code auths entry "ghcr.io" in ~/.docker/config.json}
 * @param file the file it was read from, where it was a file
 * @param key the key in that file, such as the server's id
 * @param plaintext whether it is stored there in plain text, or merely encoded
 */
public record CredentialOrigin(
        String description, @Nullable Path file, @Nullable String key, boolean plaintext) {
    // By hand, as ImageReference has them.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CredentialOrigin that
                && description.equals(that.description)
                && Objects.equals(file, that.file)
                && Objects.equals(key, that.key)
                && plaintext == that.plaintext;
    }

    @Override
    public int hashCode() {
        return description.hashCode();
    }
}
