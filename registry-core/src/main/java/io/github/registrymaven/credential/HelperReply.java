package io.github.registrymaven.credential;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands a helper's reply by docker's protocol: JSON on stdout, or words and an exit status that is not 0. */
final class HelperReply {
    // The protocol knows "there is none" by these words alone (docker-credential-helpers, credentials/error.go).
    private static final String NOT_FOUND = "credentials not found in native keychain";
    private static final String TOKEN_USER = "<token>";

    private HelperReply() {}

    static HelperAnswer read(HelperRun run, Map<String, String> environment) {
        if (run instanceof HelperRun.Exited exited) {
            return read(exited, environment);
        }
        if (run instanceof HelperRun.TimedOut timedOut) {
            double seconds = timedOut.after().toMillis() / 1000.0;
            String after = seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
            return new HelperAnswer.Failed(
                    "gave no answer in " + after + " s and was ended",
                    HelperWords.shown(timedOut.out(), timedOut.err(), environment),
                    HelperAnswer.Why.LATE);
        }
        if (run instanceof HelperRun.NoTimeLeft) {
            return new HelperAnswer.Failed("was not asked: no time was left", List.of(), HelperAnswer.Why.LATE);
        }
        if (run instanceof HelperRun.NotStarted notStarted) {
            return new HelperAnswer.Failed(
                    "could not be run",
                    HelperWords.shown(Secret.of(""), Secret.of(notStarted.reason()), environment),
                    HelperAnswer.Why.BROKEN);
        }
        return new HelperAnswer.Failed("said more than 64 KiB and was ended", List.of(), HelperAnswer.Why.BROKEN);
    }

    private static HelperAnswer read(HelperRun.Exited exited, Map<String, String> environment) {
        if (exited.status() == 0
                && StrictJson.parse(exited.out().reveal()) instanceof StrictJson.Value value
                && value.element().isJsonObject()) {
            return credential(value.element().getAsJsonObject());
        }
        if (exited.out().reveal().contains(NOT_FOUND) || exited.err().reveal().contains(NOT_FOUND)) {
            return new HelperAnswer.HoldsNone(HelperWords.shown(exited.out(), exited.err(), environment).stream()
                    .filter(line -> !line.contains(NOT_FOUND))
                    .toList());
        }
        if (exited.status() == 0) {
            // Not shown: what is not understood may still be a secret.
            return new HelperAnswer.Failed(
                    "answered something that is not a credential",
                    HelperWords.shown(Secret.of(""), exited.err(), environment),
                    HelperAnswer.Why.BROKEN);
        }
        return new HelperAnswer.Failed(
                "ended with status " + exited.status(),
                HelperWords.shown(exited.out(), exited.err(), environment),
                HelperAnswer.Why.BROKEN);
    }

    private static HelperAnswer credential(JsonObject reply) {
        String username = text(reply.get("Username"));
        String secret = text(reply.get("Secret"));
        if (username.isEmpty() && secret.isEmpty()) {
            return new HelperAnswer.HoldsNone(List.of());
        }
        if (username.equals(TOKEN_USER)) {
            return new HelperAnswer.Holds(new Credential.IdentityToken(null, Secret.of(secret)));
        }
        if (username.isEmpty()) {
            return new HelperAnswer.Failed(
                    "answered a credential without a user name", List.of(), HelperAnswer.Why.BROKEN);
        }
        return new HelperAnswer.Holds(new Credential.Password(username, Secret.of(secret)));
    }

    private static String text(@Nullable JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString() ? primitive.getAsString() : "";
    }
}
