package io.github.registrymaven.oci;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.Origin;
import io.github.registrymaven.network.RegistryHttp;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registry as the distribution spec describes it: the few requests that tell whether a push would be taken. Each
 * writes nothing; an upload session that is opened is cancelled by whoever opened it. Thread-safe.
 */
public final class Registry {
    static final Map<String, String> MANIFESTS = Map.of(
            "Accept",
            String.join(
                    ", ",
                    "application/vnd.oci.image.index.v1+json",
                    "application/vnd.oci.image.manifest.v1+json",
                    "application/vnd.docker.distribution.manifest.list.v2+json",
                    "application/vnd.docker.distribution.manifest.v2+json"));

    private final RegistryHttp http;
    private final SecondTry secondTry;
    private final URI base;

    /**
     * A registry that has been reached.
     *
     * @param base where, without a path
     */
    public Registry(RegistryHttp http, SecondTry secondTry, URI base) {
        this.http = http;
        this.secondTry = secondTry;
        this.base = base;
    }

    /** {@code GET /v2/}, spec "Determining Support". */
    HttpOutcome ping(@Nullable Secret authorization) throws InterruptedException {
        return secondTry.send(call("GET", base.resolve("/v2/"), Map.of(), authorization));
    }

    /** What the first ping comes to: itself, or its repetition where it said "not now". */
    public HttpOutcome settle(HttpAnswer firstPing) throws InterruptedException {
        return secondTry.again(firstPing, call("GET", base.resolve("/v2/"), Map.of(), null));
    }

    /** Opens connections for requests that are about to follow, and does not wait for them. */
    public void prepare(int connections) {
        http.prepare(base, connections);
    }

    /** {@code HEAD} of a manifest by tag or digest, spec "Checking if content exists in the registry". */
    public HttpOutcome manifest(String repository, String reference, @Nullable Secret authorization)
            throws InterruptedException {
        URI uri = base.resolve("/v2/" + repository + "/manifests/" + reference);
        return secondTry.sendBriefly(call("HEAD", uri, MANIFESTS, authorization));
    }

    /** {@code GET} of one tag, spec "Listing Tags": that there is none is no 404, that there is no repository is. */
    HttpOutcome tags(String repository, @Nullable Secret authorization) throws InterruptedException {
        return secondTry.send(
                call("GET", base.resolve("/v2/" + repository + "/tags/list?n=1"), Map.of(), authorization));
    }

    /** Opens an upload session, the first request of every push of a blob. Answers 202 if pushing is allowed. */
    public HttpOutcome openUpload(String repository, @Nullable Secret authorization) throws InterruptedException {
        URI uri = base.resolve("/v2/" + repository + "/blobs/uploads/");
        return secondTry.send(call("POST", uri, Map.of(), authorization));
    }

    /**
     * Cancels an upload session. 405 is normal (GHCR): the session then ends by itself. Null where the registry named no
     * session.
     */
    public @Nullable HttpOutcome cancelUpload(HttpAnswer opened, @Nullable Secret authorization)
            throws InterruptedException {
        URI session = UploadLocation.in(opened);
        if (session == null) {
            return null;
        }
        Secret shown = Origin.of(session).equals(Origin.of(base)) ? authorization : null;
        return http.send(call("DELETE", session, Map.of(), shown));
    }

    URI base() {
        return base;
    }

    RegistryHttp http() {
        return http;
    }

    SecondTry secondTry() {
        return secondTry;
    }

    /** Whether a credential may be sent to the registry itself. */
    boolean mayReceiveCredentials() {
        return http.mayReceiveCredentials(base);
    }

    private static HttpCall call(String method, URI uri, Map<String, String> headers, @Nullable Secret authorization) {
        return new HttpCall(method, uri, headers, authorization, null);
    }
}
