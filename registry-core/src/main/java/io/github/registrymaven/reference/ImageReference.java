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
        boolean hostImplied) {
    /**
     * Reads a reference by the grammar of distribution/reference. Never throws.
     *
     * @see <a href="https://pkg.go.dev/github.com/distribution/reference">the grammar</a>
     */
    public static ParsedReference parse(String text) {
        return ReferenceParser.parse(text);
    }

    /** The whole normalised name, {@code host/repository[:tag][@digest]}. */
    public String canonical() {
        return host + "/" + repository + (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }

    /** The kind of registry, as its host tells. */
    public RegistryKind kind() {
        return RegistryKind.of(host);
    }
}
