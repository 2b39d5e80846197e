package io.github.registrymaven.google;

import com.google.gson.JsonObject;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.HttpAnswer;
import java.util.List;

/** An error of the token services (RFC 6749, section 5.2), told apart by Google's descriptions. */
final class OauthError {
    private OauthError() {}

    /**
     * Why no token was given.
     *
     * @param origin where the credentials are from, to be named in what mends it
     */
    static Trouble in(HttpAnswer answer, String origin) {
        JsonObject body = Json.object(answer.text());
        String error = Json.text(body, "error");
        if (body == null || error.isEmpty() || Json.object(body, "error") != null) {
            return RpcError.in(answer);
        }
        String description = Json.line(Json.text(body, "error_description"));
        String said = "Google answered " + answer.status() + " " + Json.line(error)
                + (description.isEmpty() ? "" : ": " + description);
        if (description.contains("iat and exp") || description.contains("reasonable timeframe")) {
            return Trouble.of(Cause.CREDENTIALS_REJECTED, "the clock of this machine is wrong", said)
                    .mendedBy(List.of(
                            new Remedy("Set this machine's clock", List.of("timedatectl set-ntp true"), List.of())));
        }
        if (description.contains("Invalid JWT Signature")) {
            return Trouble.of(Cause.CREDENTIALS_REJECTED, "Google does not know the key: it was deleted", said)
                    .mendedBy(List.of(newKey(origin)));
        }
        if (description.contains("account not found")) {
            return Trouble.of(Cause.CREDENTIALS_REJECTED, "the service account of the key was deleted", said)
                    .mendedBy(List.of(newKey(origin)));
        }
        if (error.equals("invalid_grant") && (description.contains("expired") || description.contains("rapt"))) {
            return Trouble.of(Cause.CREDENTIALS_EXPIRED, "the session has ended", said)
                    .mendedBy(List.of(new Remedy(
                            "Log in again, for: " + origin,
                            List.of("gcloud auth application-default login"),
                            List.of())));
        }
        if (error.equals("invalid_target")) {
            return Trouble.of(
                    Cause.CREDENTIALS_REJECTED,
                    "the workload identity pool or its provider does not exist, or is switched off",
                    said);
        }
        return Trouble.of(Cause.CREDENTIALS_REJECTED, "Google gives no token for the credentials", said);
    }

    private static Remedy newKey(String origin) {
        return new Remedy("Replace the key: " + origin, List.of(), List.of());
    }
}
