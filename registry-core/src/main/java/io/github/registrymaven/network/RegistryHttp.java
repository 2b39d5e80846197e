package io.github.registrymaven.network;

import java.io.IOException;
import java.net.URI;

/**
 * Speaks HTTP to registries and their token services: through the right proxy, trusting what the user trusts, bounded
 * in size and time. Network trouble is a {@link NetworkFault}, never an exception. Thread-safe.
 */
public interface RegistryHttp extends AutoCloseable {
    /** A client for one preflight. Nothing is sent or loaded before the first request. */
    static RegistryHttp open(NetworkOptions options, Deadline deadline) {
        return new BlockingRegistryHttp(options, deadline);
    }

    /**
     * {@code GET /v2/} on a registry host. Plain http and unverified TLS are tried only where the user allowed that
     * host; {@code registry.endpoints} says where a host is really reached.
     */
    Reach reach(String host) throws InterruptedException;

    /** Begins with {@link #reach}, which will be called, and does not wait for it. */
    void begin(String host);

    /** Sends one request; follows redirects, and takes credentials to no other origin. */
    HttpOutcome send(HttpCall call) throws InterruptedException;

    /**
     * Sends one request with a body. It may last as long as the other side takes bytes: what is bounded is the time in which
     * it takes none. A body that fails ends the request unfinished.
     *
     * @throws IOException what the body threw, and nothing else
     */
    HttpOutcome send(HttpCall call, RequestBody body) throws IOException, InterruptedException;

    /**
     * Opens connections for requests that are about to follow, and does not wait for them. What is wrong with them is told by the
     * first request that needs one.
     *
     * @param base where, without a path
     */
    void prepare(URI base, int connections);

    /** Whether credentials may go there: over TLS, or in plain text to a host that the user allowed. */
    boolean mayReceiveCredentials(URI uri);

    /** When everything that is asked here is to be done. */
    Deadline deadline();

    /** How many requests left this machine so far. */
    int requestsSent();

    @Override
    void close();
}
