package io.github.registrymaven.oci;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.RegistryHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The token service that a Bearer challenge names (the distribution project's token and OAuth2 documentation): {@code
 * GET} with Basic for a password, {@code POST} with a refresh token for an identity token, {@code GET} for nobody.
 */
final class TokenService {
    private static final String CLIENT = "registry-maven";

    private final RegistryHttp http;
    private final SecondTry secondTry;
    private final Challenge challenge;

    TokenService(RegistryHttp http, SecondTry secondTry, Challenge challenge) {
        this.http = http;
        this.secondTry = secondTry;
        this.challenge = challenge;
    }

    TokenOutcome ask(@Nullable Credential credential, Collection<Scope> scopes) throws InterruptedException {
        URI realm = realm();
        if (realm == null) {
            return new TokenOutcome.NotAsked("the registry names no usable token service in its challenge");
        }
        if (credential != null && !http.mayReceiveCredentials(realm)) {
            return new TokenOutcome.NotAsked("the registry sends logins to " + realm.getScheme() + "://"
                    + realm.getAuthority() + ", which is not TLS and not allowed in registry.insecureRegistries");
        }
        HttpOutcome outcome = secondTry.send(call(realm, credential, scopes));
        if (outcome instanceof NetworkFault fault) {
            return new TokenOutcome.Unreachable(fault);
        }
        HttpAnswer answer = (HttpAnswer) outcome;
        AccessToken token = answer.status() == 200 ? TokenReader.read(answer.text()) : null;
        return token == null ? new TokenOutcome.Refused(answer) : new TokenOutcome.Issued(token);
    }

    private @Nullable URI realm() {
        String realm = challenge.parameter("realm");
        try {
            URI uri = realm == null ? null : URI.create(realm);
            boolean usable = uri != null
                    && uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            return usable ? uri : null;
        } catch (IllegalArgumentException notAUri) {
            return null;
        }
    }

    private HttpCall call(URI realm, @Nullable Credential credential, Collection<Scope> scopes) {
        if (credential instanceof Credential.IdentityToken identity) {
            return refresh(realm, identity.token(), scopes);
        }
        Secret authorization =
                credential instanceof Credential.Password password ? Authorizations.basic(password) : null;
        return new HttpCall("GET", withQuery(realm, scopes), Map.of(), authorization, null);
    }

    private HttpCall refresh(URI realm, Secret token, Collection<Scope> scopes) {
        Map<String, Secret> form = new LinkedHashMap<>();
        form.put("grant_type", Secret.of("refresh_token"));
        String service = challenge.parameter("service");
        if (service != null) {
            form.put("service", Secret.of(service));
        }
        form.put("client_id", Secret.of(CLIENT));
        form.put("scope", Secret.of(scopes.stream().map(Scope::toString).collect(Collectors.joining(" "))));
        form.put("refresh_token", token);
        return new HttpCall("POST", realm, Map.of(), null, form);
    }

    private URI withQuery(URI realm, Collection<Scope> scopes) {
        StringJoiner query = new StringJoiner("&");
        if (realm.getRawQuery() != null) {
            query.add(realm.getRawQuery());
        }
        String service = challenge.parameter("service");
        if (service != null) {
            query.add("service=" + encoded(service));
        }
        scopes.forEach(scope -> query.add("scope=" + encoded(scope.toString())));
        String path = realm.getRawPath() == null ? "" : realm.getRawPath();
        String question = query.length() == 0 ? "" : "?" + query;
        return URI.create(realm.getScheme() + "://" + realm.getRawAuthority() + path + question);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
