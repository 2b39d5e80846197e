package io.github.registrymaven.oci;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.network.HttpAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How requests about one repository are authorised for as long as a push lasts. Tokens live for minutes, large images
 * longer: a 401 on the way asks for a new one, once for all requests that met it. Thread-safe.
 */
public final class PushLogin {
    private final Registry registry;
    private final @Nullable Credential credential;
    private final String repository;
    private final List<String> sources;
    private Login login;
    private @Nullable Grant grant;

    /**
     * A login that has not been tried yet.
     *
     * @param ping the registry's answer to {@code GET /v2/} without a login
     * @param credential null for nobody
     * @param sources repositories of the same registry whose blobs may be mounted
     */
    public PushLogin(
            Registry registry,
            HttpAnswer ping,
            @Nullable Credential credential,
            String repository,
            List<String> sources) {
        this.registry = registry;
        this.credential = credential;
        this.repository = repository;
        this.sources = List.copyOf(sources);
        this.login = new Login(registry, ping, credential);
    }

    /** What the login came to; it is tried when first asked for. */
    public synchronized Grant grant() throws InterruptedException {
        Grant known = grant;
        if (known == null) {
            known = login.withSources(repository, sources);
            grant = known;
        }
        return known;
    }

    @Nullable
    Secret authorization() throws InterruptedException {
        return authorizationIn(grant());
    }

    /**
     * Whether a request that was answered 401 should be sent once more: with another authorization than the refused one.
     * Some registries ask for a login only where something is written, so the answer's own challenge counts.
     */
    synchronized boolean renew(@Nullable Secret refused, HttpAnswer answer) throws InterruptedException {
        Secret current = authorization();
        if (current != refused) {
            return true;
        }
        if (credential == null && current == null && grant instanceof Grant.Open) {
            return false;
        }
        if (answer.headers().firstValue("www-authenticate").isPresent()) {
            login = new Login(registry, answer, credential);
        }
        Grant renewed = login.withSources(repository, sources);
        if (!(renewed instanceof Grant.Authorized)) {
            return false;
        }
        grant = renewed;
        return true;
    }

    /** Whether an upload that was refused to nobody should be opened once more, with the login that nobody asked for. */
    synchronized boolean showUnasked(@Nullable Secret refused) throws InterruptedException {
        if (authorization() != refused) {
            return true;
        }
        Login unasked = grant instanceof Grant.Open ? Login.unasked(registry, credential) : null;
        Grant shown = unasked == null ? null : unasked.alone(repository);
        if (unasked == null || !(shown instanceof Grant.Authorized)) {
            return false;
        }
        login = unasked;
        grant = shown;
        return true;
    }

    /** The authorization to cancel an upload where the one to push is not enough for it; null where there is none. */
    synchronized @Nullable Secret toCancel() throws InterruptedException {
        Grant more = login.toCancel(repository);
        return more == null ? null : authorizationIn(more);
    }

    private static @Nullable Secret authorizationIn(Grant grant) {
        return grant instanceof Grant.Authorized authorized ? authorized.authorization() : null;
    }
}
