package io.github.registrymaven.testkit;

import java.io.IOException;

/** A request that is answered with an error of the distribution specification. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refused(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    void answer(Exchange exchange) throws IOException {
        exchange.json(status, body(code, String.valueOf(getMessage())));
    }

    static String body(String code, String message) {
        return "{\"errors\":[{\"code\":" + JsonText.quoted(code) + ",\"message\":" + JsonText.quoted(message) + "}]}";
    }
}
