package io.github.registrymaven.reference;

import org.jspecify.annotations.Nullable;

/**
 * An image's name, normalised as docker does it.
 *
 * @param written the reference as the user wrote it
 * @param host the registry, with its port where one was written: {@code docker.io}, {@code localhost:5000}
 * @param repository the path below the host: {@code library/alpine}
 * @param tag the tag; {@code latest} where neither tag nor digest was written; absent where only a digest was
 * @param digest the digest, such as {@code sha256:…}, where one was written
 * @param tagImplied whether {@code tag} was not written
 * @param hostImplied whether {@code host} was not written
 */
public record ImageReference(
        String written,
        String host,
        String repository,
        @Nullable String tag,
        @Nullable String digest,
        boolean tagImplied,
        boolean hostImplied) {}
