package io.github.registrymaven.google;

import com.google.gson.JsonObject;
import java.time.Instant;

/** Asks whose an access token is. Google tells for accounts with an e-mail address; federated identities have none. */
final class Whoami {
    private final Api api;

    Whoami(Api api) {
        this.api = api;
    }

    /** The same session, with its member where that can be found out. */
    Session known(Session session) throws InterruptedException {
        if (session.member() != null) {
            return session;
        }
        Answer<JsonObject> answer = api.tokenInfo(session);
        if (!(answer instanceof Answer.Given<JsonObject> given)) {
            return session;
        }
        String email = Json.line(Json.text(given.value(), "email"));
        Session named = email.isEmpty() ? session : session.as(Session.member(email));
        String end = Json.text(given.value(), "exp");
        return end.matches("\\d{9,11}") ? named.until(Instant.ofEpochSecond(Long.parseLong(end))) : named;
    }
}
