package io.github.registrymaven.azure;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.network.RequestBody;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way out, to where hosts really are: the build's own, with its proxies, trust and deadline. */
final class Ways {
    private final RegistryHttp http;
    private final Map<String, URI> endpoints;

    Ways(RegistryHttp http, Map<String, URI> endpoints) {
        this.http = http;
        this.endpoints = endpoints;
    }

    RegistryHttp http() {
        return http;
    }

    boolean isNamed(String host) {
        return endpoints.containsKey(host);
    }

    /** The same address at the endpoint that the user named for its host, where they did. */
    URI to(URI uri) {
        URI endpoint = endpoints.get(uri.getRawAuthority());
        if (endpoint == null) {
            return uri;
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority() + uri.getRawPath() + query);
    }

    /** Asks with a token, which goes to that host over TLS and nowhere else. */
    Reply ask(
            String method, String address, @Nullable Secret bearer, Map<String, String> headers, @Nullable String body)
            throws InterruptedException {
        URI uri = to(URI.create(address));
        if (bearer != null && !http.mayReceiveCredentials(uri)) {
            return inPlainText(uri);
        }
        Secret authorization = bearer == null ? null : Secret.of("Bearer " + bearer.reveal());
        HttpCall call = new HttpCall(method, uri, headers, authorization, null);
        try {
            return Reply.of(
                    body == null
                            ? http.send(call)
                            : http.send(call, RequestBody.of(body.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException impossible) {
            throw new IllegalStateException("the body is in memory", impossible);
        }
    }

    /** Sends a form with secrets in it, over TLS only. */
    Reply post(URI uri, Map<String, Secret> form) throws InterruptedException {
        URI real = to(uri);
        return http.mayReceiveCredentials(real)
                ? Reply.of(http.send(new HttpCall("POST", real, Map.of(), null, form)))
                : inPlainText(real);
    }

    /** Asks with the login of a user, on the same terms. */
    Reply get(URI uri, Secret authorization) throws InterruptedException {
        URI real = to(uri);
        return http.mayReceiveCredentials(real)
                ? Reply.of(http.send(new HttpCall("GET", real, Map.of(), authorization, null)))
                : inPlainText(real);
    }

    private static Reply.None inPlainText(URI uri) {
        return new Reply.None(
                Cause.UNKNOWN,
                0,
                "",
                uri.getAuthority() + " was not asked: a credential would travel to it in plain text");
    }
}
