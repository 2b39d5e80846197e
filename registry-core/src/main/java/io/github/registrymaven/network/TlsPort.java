package io.github.registrymaven.network;

import java.util.List;
import java.util.Locale;

/** A server that speaks TLS and was asked in plain http may say so, in plain http and with status 400. */
final class TlsPort {
    /** Of Go's, nginx', Apache's and Tomcat's servers. */
    private static final List<String> WORDS = List.of(
            "an http request to an https server",
            "plain http request was sent to https port",
            "speaking plain http to an ssl-enabled server port",
            "combination of host and port requires tls");

    private TlsPort() {}

    static boolean saysSo(HttpAnswer answer) {
        return "http".equals(answer.uri().getScheme()) && answer.status() == 400 && saysSo(answer.text());
    }

    static boolean saysSo(String body) {
        String text = body.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(text::contains);
    }
}
