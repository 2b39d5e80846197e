package io.github.registrymaven.azure;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.oci.OciErrors;
import org.jspecify.annotations.Nullable;

/** What a question to Azure comes to. */
sealed interface Reply {
    /**
     * An answer.
     *
     * @param isCut whether more follows on another page (RFC 8288)
     */
    record Given(Json body, boolean isCut) implements Reply {}

    /**
     * None.
     *
     * @param status 0 where nothing came
     * @param code the service's own name of the error; empty where it has none
     * @param words what was asked and what came, as a line of evidence
     */
    record None(Cause cause, int status, String code, String words) implements Reply {
        /** Whether the service understood who asks, and does not let them. */
        boolean isDenied() {
            return cause == Cause.PERMISSION_DENIED;
        }
    }

    static Reply of(HttpOutcome outcome) {
        if (outcome instanceof NetworkFault fault) {
            return new None(fault.cause(), 0, "", fault.summary());
        }
        HttpAnswer answer = (HttpAnswer) outcome;
        String text = answer.text();
        if (answer.status() / 100 == 2 && !isPageForPeople(text)) {
            boolean isCut = answer.headers().allValues("link").stream().anyMatch(link -> link.contains("next"));
            return new Given(Json.of(text), isCut);
        }
        Json body = Json.of(text);
        Json error = body.at("error");
        // Whoever gives out tokens has the error's name and words beside each other (RFC 6749, section 5.2).
        boolean isOfTokens = body.text("error") != null;
        String code = told(isOfTokens ? body.text("error") : error.text("code"));
        String message = told(isOfTokens ? body.text("error_description") : error.text("message"));
        String said = code.isEmpty() && message.isEmpty()
                ? OciErrors.of(answer).entries().toString().replaceAll("^\\[|\\]$", "")
                : code + ": " + message;
        String words = answer.uri().getHost() + " answered " + answer.status()
                + (isPageForPeople(text) ? " with a page for people" : said.isEmpty() ? "" : " (" + said + ")");
        return new None(cause(answer.status(), code, text), answer.status(), code, words);
    }

    private static String told(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean isPageForPeople(String text) {
        return text.stripLeading().startsWith("<");
    }

    private static Cause cause(int status, String code, String text) {
        if (isPageForPeople(text)) {
            return Cause.NETWORK_RESTRICTED;
        }
        return switch (status) {
            case 401 -> code.startsWith("Expired") ? Cause.CREDENTIALS_EXPIRED : Cause.CREDENTIALS_REJECTED;
            case 403 -> Cause.PERMISSION_DENIED;
            case 429 -> Cause.RATE_LIMITED;
            default -> status >= 500 ? Cause.REGISTRY_SERVER_ERROR : Cause.UNKNOWN;
        };
    }
}
