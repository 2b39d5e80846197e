package io.github.registrymaven.azure;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a source gave no token.
 *
 * @param summary the end of a sentence about this machine
 * @param code Entra's number, such as 7000215; 0 where it named none
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">Entra's error codes</a>
 */
record Trouble(Cause cause, String summary, List<String> evidence, int code) {
    private static final Pattern CODE = Pattern.compile("AADSTS(\\d{4,8})");
    private static final int ASSERTION_EXPIRED = 700024;

    Trouble {
        evidence = List.copyOf(evidence);
    }

    /**
     * Reads what the last request came to, and what the SDK said of it.
     *
     * @param last null where no request was made
     */
    static Trouble of(@Nullable HttpOutcome last, Throwable thrown) {
        if (last instanceof NetworkFault fault) {
            List<String> seen = new ArrayList<>();
            seen.add("dialled " + fault.dialled());
            seen.addAll(fault.evidence());
            return new Trouble(fault.cause(), fault.summary(), seen, 0);
        }
        return last instanceof HttpAnswer answer ? answered(answer) : unasked(String.valueOf(thrown.getMessage()));
    }

    private static Trouble unasked(String words) {
        Matcher code = CODE.matcher(words);
        String line = "the SDK says: " + Json.plain(words);
        return code.find()
                ? ofCode(Integer.parseInt(code.group(1)), List.of(line))
                : new Trouble(Cause.CREDENTIALS_MISSING, "it has no token to give", List.of(line), 0);
    }

    static Trouble answered(HttpAnswer answer) {
        Json body = Json.of(answer.text());
        String description = body.text("error_description");
        String said = answer.uri().getHost() + " answered " + answer.status()
                + (description == null ? "" : ": " + description.replaceFirst(" Trace ID:.*$", ""));
        Matcher code = CODE.matcher(description == null ? "" : description);
        if (answer.status() == 429) {
            return new Trouble(Cause.RATE_LIMITED, "Entra answers that it gets too many requests", List.of(said), 0);
        }
        if (answer.status() >= 500) {
            return new Trouble(Cause.REGISTRY_SERVER_ERROR, "Entra answers with an error of its own", List.of(said), 0);
        }
        return code.find()
                ? ofCode(Integer.parseInt(code.group(1)), List.of(said))
                : new Trouble(Cause.UNKNOWN, "Entra gives no token", List.of(said), 0);
    }

    private static Trouble ofCode(int code, List<String> said) {
        return switch (code) {
            case 7000215 -> new Trouble(Cause.CREDENTIALS_REJECTED, "Entra says that the secret is wrong", said, code);
            case 7000222 ->
                new Trouble(Cause.CREDENTIALS_EXPIRED, "Entra says that the secret has expired", said, code);
            case 700016 ->
                new Trouble(
                        Cause.CREDENTIALS_REJECTED,
                        "Entra knows no such application in this tenant: the id or the tenant is wrong",
                        said,
                        code);
            case 90002 -> new Trouble(Cause.CREDENTIALS_REJECTED, "Entra knows no such tenant", said, code);
            case 70021, 700211, 700212, 700213 ->
                new Trouble(
                        Cause.CREDENTIALS_REJECTED,
                        "no federated credential of the application fits the token of this machine",
                        said,
                        code);
            case ASSERTION_EXPIRED ->
                new Trouble(Cause.CREDENTIALS_EXPIRED, "the federated token of this machine has expired", said, code);
            default -> new Trouble(Cause.CREDENTIALS_REJECTED, "Entra refuses the login", said, code);
        };
    }
}
