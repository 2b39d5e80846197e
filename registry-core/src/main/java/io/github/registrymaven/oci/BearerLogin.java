package io.github.registrymaven.oci;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for repositories: one token for several where the service allows it, otherwise one each. A service that
 * refuses the bundle may object to one of its repositories only, so then each is asked for by itself.
 */
final class BearerLogin {
    /** Keeps the query below the 8 KiB that many servers take. */
    private static final int MOST_IN_ONE_QUERY = 60;

    private final TokenService service;
    private final @Nullable Credential credential;

    BearerLogin(TokenService service, @Nullable Credential credential) {
        this.service = service;
        this.credential = credential;
    }

    /** Grants from tokens asked for several repositories at once; those that no such token is good for are absent. */
    Map<String, Grant> together(Collection<String> repositories) throws InterruptedException {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(repositories));
        Map<String, Grant> grants = new HashMap<>();
        for (int from = 0; from < distinct.size() && distinct.size() > 1; from += MOST_IN_ONE_QUERY) {
            grants.putAll(bundled(distinct.subList(from, Math.min(distinct.size(), from + MOST_IN_ONE_QUERY))));
        }
        return grants;
    }

    private Map<String, Grant> bundled(List<String> repositories) throws InterruptedException {
        Map<String, Grant> grants = new HashMap<>();
        List<Scope> scopes = new ArrayList<>();
        repositories.forEach(repository -> scopes.add(Scope.toPush(repository)));
        if (service.ask(credential, scopes) instanceof TokenOutcome.Issued issued) {
            for (String repository : repositories) {
                Boolean saysPush = issued.token().grants(repository, "push");
                if (saysPush == null || saysPush) {
                    grants.put(repository, authorized(issued.token(), repository, saysPush == null));
                }
            }
        }
        return grants;
    }

    /** The grant from a token for one repository. */
    Grant alone(String repository) throws InterruptedException {
        return alone(repository, List.of(Scope.toPush(repository)));
    }

    /**
     * The grant from a token with which blobs of other repositories can be mounted into this one as well; without that
     * where the service does not give such a token.
     */
    Grant withSources(String repository, Collection<String> sources) throws InterruptedException {
        List<Scope> scopes = new ArrayList<>();
        scopes.add(Scope.toPush(repository));
        sources.forEach(source -> scopes.add(Scope.toPull(source)));
        Grant grant = scopes.size() > 1 ? alone(repository, scopes) : null;
        return grant instanceof Grant.Authorized ? grant : alone(repository);
    }

    /** The grant from a token with which the repository can be looked at. */
    Grant toPull(String repository) throws InterruptedException {
        return alone(repository, List.of(Scope.toPull(repository)));
    }

    /** The grant from a token with which an upload can be cancelled, if the user may do so. */
    Grant toCancel(String repository) throws InterruptedException {
        return alone(repository, List.of(Scope.toCancel(repository)));
    }

    private Grant alone(String repository, List<Scope> scopes) throws InterruptedException {
        TokenOutcome outcome = service.ask(credential, scopes);
        if (outcome instanceof TokenOutcome.Issued issued) {
            return authorized(issued.token(), repository, false);
        }
        if (outcome instanceof TokenOutcome.Refused refused) {
            return new Grant.Refused(refused.answer(), credential == null ? null : knowsUs());
        }
        if (outcome instanceof TokenOutcome.Unreachable unreachable) {
            return new Grant.Unreachable(unreachable.fault());
        }
        return new Grant.NotAsked(((TokenOutcome.NotAsked) outcome).why());
    }

    /** Some services refuse a login, others what is asked of it; a token that asks for nothing tells them apart. */
    private @Nullable Boolean knowsUs() throws InterruptedException {
        TokenOutcome outcome = service.ask(credential, List.of());
        if (outcome instanceof TokenOutcome.Refused refused) {
            int status = refused.answer().status();
            return (status == 401 || status == 403) ? false : null;
        }
        return outcome instanceof TokenOutcome.Issued ? true : null;
    }

    private Grant authorized(AccessToken token, String repository, boolean shared) {
        Secret authorization = Authorizations.bearer(token.value());
        return new Grant.Authorized(
                authorization,
                token.grants(repository, "push"),
                token.grants(repository, "pull"),
                token.subject(),
                shared);
    }
}
