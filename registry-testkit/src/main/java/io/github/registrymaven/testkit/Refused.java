package io.github.registrymaven.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request that is answered with an error of the distribution specification. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable String challenge;

    /**
     * A refusal.
     *
     * @param code one of the specification's, such as {@code DENIED}
     */
    public Refused(int status, String code, String message) {
        this(status, code, message, null);
    }

    private Refused(int status, String code, String message, @Nullable String challenge) {
        super(message);
        this.status = status;
        this.code = code;
        this.challenge = challenge;
    }

    /** A 401 that asks for a login, with a plain text instead of the specification's JSON. */
    public static Refused challenge(String challenge, String text) {
        return new Refused(401, "UNAUTHORIZED", text, challenge);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    void answer(Exchange exchange) throws IOException {
        String message = String.valueOf(getMessage());
        if (challenge == null) {
            exchange.json(status, body(code, message));
        } else {
            exchange.with("WWW-Authenticate", challenge)
                    .answer(status, "text/plain; charset=utf-8", message.getBytes(StandardCharsets.UTF_8));
        }
    }

    static String body(String code, String message) {
        return "{\"errors\":[{\"code\":" + JsonText.quoted(code) + ",\"message\":" + JsonText.quoted(message) + "}]}";
    }
}
