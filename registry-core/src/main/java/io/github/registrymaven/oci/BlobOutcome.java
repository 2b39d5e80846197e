package io.github.registrymaven.oci;

import io.github.registrymaven.network.HttpOutcome;

/** What pushing a blob came to. */
public sealed interface BlobOutcome {
    /** The repository had it already. */
    record Present() implements BlobOutcome {}

    /** Another repository of the registry had it. */
    record Mounted() implements BlobOutcome {}

    /** It was sent. */
    record Uploaded() implements BlobOutcome {}

    /**
     * It is not there.
     *
     * @param method of the request that decided it
     * @param outcome what that request came to
     */
    record Failed(String method, HttpOutcome outcome) implements BlobOutcome {}
}
