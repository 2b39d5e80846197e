package io.github.registrymaven.google;

import com.google.gson.JsonObject;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.network.RequestBody;
import io.github.registrymaven.oci.SecondTry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Google's services over plain REST, through the engine: with the build's proxies, trust, time-outs and deadline. */
final class Api {
    private final RegistryHttp http;
    private final Destinations destinations;
    private final SecondTry secondTry;

    Api(RegistryHttp http, Destinations destinations, GoogleSettings settings) {
        this.http = http;
        this.destinations = destinations;
        this.secondTry = secondTry(http, settings);
    }

    /** Within what is left of the preflight's time. */
    static SecondTry secondTry(RegistryHttp http, GoogleSettings settings) {
        return new SecondTry(http, http.deadline(), settings.machine().clock());
    }

    Answer<JsonObject> get(String service, String path, Session session) throws InterruptedException {
        return answer("GET", service, path, session, null);
    }

    /** What Google knows of the token itself; asked for as its own libraries do, so that the token stands in no address. */
    Answer<JsonObject> tokenInfo(Session session) throws InterruptedException {
        URI uri = URI.create(destinations.of(Destinations.OAUTH) + "/tokeninfo");
        if (!destinations.mayReceiveCredentials(uri)) {
            return Answer.none(Trouble.of(Cause.UNKNOWN, "the token would travel in plain text"));
        }
        HttpOutcome outcome = http.send(new HttpCall("POST", uri, Map.of(), authorization(session), Map.of()));
        return outcome instanceof HttpAnswer answer ? read(answer) : Answer.none(Trouble.of((NetworkFault) outcome));
    }

    Answer<JsonObject> post(String service, String path, JsonObject body, Session session) throws InterruptedException {
        return answer("POST", service, path, session, body);
    }

    Answer<JsonObject> patch(String service, String path, JsonObject body, Session session)
            throws InterruptedException {
        return answer("PATCH", service, path, session, body);
    }

    /** Asked twice where Google is busy or broken, as everything in a preflight. */
    private Answer<JsonObject> answer(
            String method, String service, String path, Session session, @Nullable JsonObject body)
            throws InterruptedException {
        URI uri = URI.create(destinations.of(service) + path);
        if (!destinations.mayReceiveCredentials(uri)) {
            return Answer.none(Trouble.of(
                    Cause.UNKNOWN,
                    "the token would travel to " + uri.getScheme() + "://" + uri.getRawAuthority()
                            + ", which is not allowed in registry.insecureRegistries"));
        }
        HttpOutcome outcome = send(method, uri, session, body);
        if (outcome instanceof HttpAnswer answer && secondTry.isDueAfter(answer)) {
            outcome = send(method, uri, session, body);
        }
        if (outcome instanceof NetworkFault fault) {
            return Answer.none(Trouble.of(fault));
        }
        return read((HttpAnswer) outcome);
    }

    private static Answer<JsonObject> read(HttpAnswer answer) {
        JsonObject json = answer.status() == 200 ? Json.object(answer.text()) : null;
        return json == null ? Answer.none(RpcError.in(answer)) : new Answer.Given<>(json);
    }

    private static Secret authorization(Session session) {
        return Secret.of("Bearer " + session.token().reveal());
    }

    private HttpOutcome send(String method, URI uri, Session session, @Nullable JsonObject body)
            throws InterruptedException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "application/json");
        if (session.quotaProject() != null) {
            headers.put("x-goog-user-project", session.quotaProject());
        }
        if (body == null) {
            return http.send(new HttpCall(method, uri, headers, authorization(session), null));
        }
        headers.put("Content-Type", "application/json");
        try {
            return http.send(
                    new HttpCall(method, uri, headers, authorization(session), null),
                    RequestBody.of(body.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes at hand can be read", impossible);
        }
    }
}
