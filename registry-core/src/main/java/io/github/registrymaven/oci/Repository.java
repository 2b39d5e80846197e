package io.github.registrymaven.oci;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.Origin;
import io.github.registrymaven.network.RequestBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A repository as the distribution spec lets it be pushed to. Requests carry the login of the push, which is renewed where
 * it ends; small ones are repeated where that may help. Thread-safe.
 */
public final class Repository {
    private final Registry registry;
    private final String name;
    private final PushLogin login;
    private final Retries retries;

    public Repository(Registry registry, String name, PushLogin login, Retries retries) {
        this.registry = registry;
        this.name = name;
        this.login = login;
        this.retries = retries;
    }

    public String name() {
        return name;
    }

    /** {@code HEAD} of a manifest by tag or digest, spec "Checking if content exists in the registry". */
    public HttpOutcome manifest(String reference) throws InterruptedException {
        return settled("HEAD", manifestAt(reference), Registry.MANIFESTS, null);
    }

    /** {@code GET} of a manifest by tag or digest, spec "Pulling manifests". */
    public HttpOutcome readManifest(String reference) throws InterruptedException {
        return settled("GET", manifestAt(reference), Registry.MANIFESTS, null);
    }

    /** {@code PUT} of a manifest under a tag or its digest, spec "Pushing Manifests": 201 where it is taken. */
    public HttpOutcome putManifest(String reference, String mediaType, byte[] bytes) throws InterruptedException {
        return settled("PUT", manifestAt(reference), Map.of("Content-Type", mediaType), RequestBody.of(bytes));
    }

    /**
     * Whether it has a blob: {@code HEAD}, spec "Checking if content exists in the registry". Any doubt is a no: what opens the
     * upload gets an answer with words in it, which {@code HEAD} does not.
     */
    public boolean has(String digest) throws InterruptedException {
        return settled("HEAD", at("blobs/" + digest), Map.of(), null) instanceof HttpAnswer answer
                && answer.status() == 200;
    }

    /** Opens an upload session: 202. */
    HttpOutcome openUpload() throws InterruptedException {
        return settled("POST", at("blobs/uploads/"), Map.of(), null);
    }

    /**
     * Mounts a blob of another repository, spec "Mounting a blob from another repository": 201, or 202 and a session. Asked
     * once only, as whatever else comes of it an upload does as well.
     */
    HttpOutcome mount(String digest, String from) throws InterruptedException {
        URI uri = at("blobs/uploads/?mount=" + encoded(digest) + "&from=" + encoded(from));
        try {
            return send("POST", uri, Map.of(), null);
        } catch (IOException impossible) {
            throw new UncheckedIOException("there are no bytes to be read", impossible);
        }
    }

    /** Cancels an upload, with a token made for it where the one to push is not enough, as with docker-registry. */
    void cancel(URI session) throws InterruptedException {
        Secret first = authorizationFor(session);
        HttpOutcome outcome = registry.http().send(new HttpCall("DELETE", session, Map.of(), first, null));
        boolean denied = outcome instanceof HttpAnswer answer && (answer.status() == 401 || answer.status() == 403);
        Secret more = denied && first != null ? login.toCancel() : null;
        if (more != null) {
            registry.http().send(new HttpCall("DELETE", session, Map.of(), more, null));
        }
    }

    Retries retries() {
        return retries;
    }

    /** Whether an upload may go on there: what began over TLS does not end in plain text, unless the user allowed it. */
    boolean mayGoOnAt(URI session) {
        return !"https".equals(registry.base().getScheme())
                || "https".equals(session.getScheme())
                || registry.http().mayReceiveCredentials(session);
    }

    private HttpOutcome settled(String method, URI uri, Map<String, String> headers, @Nullable RequestBody body)
            throws InterruptedException {
        try {
            HttpOutcome outcome = send(method, uri, headers, body);
            for (int tries = 1; retries.again(outcome, tries); tries++) {
                outcome = send(method, uri, headers, body);
            }
            return outcome;
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot be read", impossible);
        }
    }

    /** Sends once, and once more with a new login where the first has ended. */
    HttpOutcome send(String method, URI uri, Map<String, String> headers, @Nullable RequestBody body)
            throws IOException, InterruptedException {
        Secret authorization = authorizationFor(uri);
        HttpOutcome first = send(new HttpCall(method, uri, headers, authorization, null), body);
        boolean mayRenew = first instanceof HttpAnswer answer
                && isOurs(uri)
                && (Login.isWantedBy(answer)
                        ? login.renew(authorization, answer)
                        : method.equals("POST") && Login.mayHelpAfter(answer) && login.showUnasked(authorization));
        return mayRenew ? send(new HttpCall(method, uri, headers, authorizationFor(uri), null), body) : first;
    }

    private HttpOutcome send(HttpCall call, @Nullable RequestBody body) throws IOException, InterruptedException {
        return body == null ? registry.http().send(call) : registry.http().send(call, body);
    }

    private @Nullable Secret authorizationFor(URI uri) throws InterruptedException {
        return isOurs(uri) ? login.authorization() : null;
    }

    private boolean isOurs(URI uri) {
        return Origin.of(uri).equals(Origin.of(registry.base()));
    }

    private URI manifestAt(String reference) {
        return at("manifests/" + reference);
    }

    private URI at(String path) {
        return registry.base().resolve("/v2/" + name + "/" + path);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
