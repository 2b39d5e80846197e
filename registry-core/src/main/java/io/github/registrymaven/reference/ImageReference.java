package io.github.registrymaven.reference;

import java.util.Objects;
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

    /** Reads a reference by the grammar of distribution/reference; never throws, and says what is wrong and where. */
    public static ParsedReference parse(String text) {
        return Grammar.read(text) instanceof Reading.Understood understood
                ? new ParsedReference.Valid(understood.reference())
                : new ParsedReference.Invalid(Complaint.about(text));
    }

    // A record's own equals and hashCode are put together from method handles at first use: 60 classes and 40 ms of
    // every
    // build that checks an image.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageReference that
                && written.equals(that.written)
                && host.equals(that.host)
                && repository.equals(that.repository)
                && Objects.equals(tag, that.tag)
                && Objects.equals(digest, that.digest)
                && tagImplied == that.tagImplied
                && hostImplied == that.hostImplied;
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    /** Whether {@code library/} was not written, so that {@code alpine} means {@code docker.io/library/alpine}. */
    public boolean libraryImplied() {
        return DockerHub.isLibrary(this) && !written.contains(DockerHub.LIBRARY);
    }

    /** Which registry's rules hold for it, told by the host alone. */
    public RegistryKind kind() {
        return RegistryKind.of(host);
    }

    /** {@code host/repository}, with nothing left to imply. */
    public String name() {
        return host + "/" + repository;
    }

    /** {@code host/repository[:tag][@digest]}, with nothing left to imply; parses to the same image. */
    public String canonical() {
        return name() + (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }
}
