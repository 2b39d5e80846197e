package io.github.registrymaven.network;

import io.github.registrymaven.diagnosis.Cause;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Names what stood in the way of a request. */
final class Faults {
    private final Dial dial;
    private final Duration timeout;

    Faults(Dial dial, Duration timeout) {
        this.dial = dial;
        this.timeout = timeout;
    }

    /** The whole preflight is out of time. */
    static NetworkFault overall(URI uri) {
        return new NetworkFault(
                Cause.DEADLINE_EXCEEDED,
                uri.getRawAuthority(),
                "the deadline of the whole preflight is over",
                List.of("registry.deadline ended before " + uri.getRawAuthority() + " answered"));
    }

    NetworkFault name(Throwable trouble, URI uri, @Nullable Route proxy) throws InterruptedException {
        if (proxy != null && !has(trouble, CertificateException.class)) {
            return throughProxy(trouble, uri, proxy);
        }
        boolean tls = uri.getScheme().equals("https");
        String authority = uri.getRawAuthority();
        if (has(trouble, UnresolvedAddressException.class) || has(trouble, UnknownHostException.class)) {
            return unresolved(uri);
        }
        if (has(trouble, CertificateException.class)) {
            return untrusted(trouble, uri);
        }
        if (has(trouble, ConnectException.class)
                || has(trouble, NoRouteToHostException.class)
                || has(trouble, HttpTimeoutException.class)
                || has(trouble, TimeoutException.class)
                || has(trouble, SSLException.class)) {
            return phased(trouble, uri, dial.dial(plain(uri.getHost()), portOf(uri), tls));
        }
        if (has(trouble, ProtocolException.class) && !tls) {
            return new NetworkFault(
                    Cause.HTTP_HTTPS_MISMATCH,
                    authority,
                    authority + " does not answer in plain http; it may speak TLS",
                    List.of(words(trouble)));
        }
        return new NetworkFault(
                Cause.CONNECTION_RESET,
                authority,
                authority + " closed the connection without an answer",
                List.of(words(trouble)));
    }

    private NetworkFault phased(Throwable trouble, URI uri, Dial.Result result) {
        String host = uri.getHost();
        String authority = uri.getRawAuthority();
        List<String> evidence = new ArrayList<>(result.evidence());
        return switch (result.end()) {
            case NO_ADDRESS -> unresolved(uri);
            case REFUSED ->
                new NetworkFault(
                        Cause.CONNECTION_REFUSED,
                        result.address(),
                        "nothing listens on port " + portOf(uri) + " of " + host,
                        evidence);
            case NO_CONNECTION ->
                new NetworkFault(Cause.CONNECTION_TIMEOUT, result.address(), authority + " does not answer", evidence);
            case NO_HANDSHAKE ->
                new NetworkFault(
                        Cause.TLS_HANDSHAKE_TIMEOUT,
                        result.address(),
                        authority + " takes connections, but does not answer a TLS handshake",
                        evidence);
            case NOT_TLS ->
                new NetworkFault(
                        Cause.HTTP_HTTPS_MISMATCH,
                        result.address(),
                        authority + " does not speak TLS; it may speak plain http",
                        with(evidence, words(trouble)));
            case CONNECTED -> connected(trouble, uri, result, evidence);
        };
    }

    /** The host can be reached after all: it was slow, or it ended the handshake for a reason of its own. */
    private NetworkFault connected(Throwable trouble, URI uri, Dial.Result result, List<String> evidence) {
        String authority = uri.getRawAuthority();
        if (has(trouble, HttpTimeoutException.class) || has(trouble, TimeoutException.class)) {
            return new NetworkFault(
                    Cause.DEADLINE_EXCEEDED,
                    result.address(),
                    authority + " took the connection, but did not answer within " + timeout.toSeconds() + " s",
                    with(evidence, "registry.requestTimeout is " + timeout.toSeconds() + " s"));
        }
        return new NetworkFault(
                Cause.CONNECTION_RESET,
                result.address(),
                authority + " ended the connection before it answered",
                with(evidence, words(trouble)));
    }

    private NetworkFault unresolved(URI uri) {
        return new NetworkFault(
                Cause.REGISTRY_UNREACHABLE_DNS,
                uri.getRawAuthority(),
                "the name " + uri.getHost() + " has no address",
                List.of("the system's resolver knows no address of " + uri.getHost()));
    }

    private NetworkFault untrusted(Throwable trouble, URI uri) throws InterruptedException {
        String authority = uri.getRawAuthority();
        Dial.Result result = dial.dial(plain(uri.getHost()), portOf(uri), true);
        List<String> evidence = new ArrayList<>(result.evidence());
        X509Certificate shown = result.certificate();
        if (shown != null) {
            evidence.addAll(certificate(shown));
        }
        evidence.add("Java says: " + words(trouble));
        return new NetworkFault(
                Cause.TLS_UNTRUSTED_CERTIFICATE,
                result.address(),
                authority + " shows a certificate that this machine does not trust",
                evidence);
    }

    private static List<String> certificate(X509Certificate shown) {
        List<String> lines = new ArrayList<>();
        lines.add("certificate for " + line(shown.getSubjectX500Principal().getName()) + names(shown));
        lines.add("issued by " + line(shown.getIssuerX500Principal().getName()));
        lines.add("valid from " + shown.getNotBefore().toInstant() + " to "
                + shown.getNotAfter().toInstant());
        return lines;
    }

    private static String names(X509Certificate shown) {
        try {
            if (shown.getSubjectAlternativeNames() == null) {
                return "";
            }
            List<String> names = shown.getSubjectAlternativeNames().stream()
                    .limit(10)
                    .map(name -> line(String.valueOf(name.get(1))))
                    .toList();
            return ", names " + String.join(", ", names);
        } catch (CertificateParsingException unreadable) {
            return "";
        }
    }

    private static NetworkFault throughProxy(Throwable trouble, URI uri, Route proxy) {
        String host = uri.getRawAuthority();
        String said = words(trouble);
        boolean wantsLogin = said.contains("407");
        String summary = wantsLogin
                ? "the proxy " + proxy.address() + " wants "
                        + (proxy.hasLogin() ? "another login" : "a login, and none is set")
                : "the proxy " + proxy.address() + " did not let the connection to " + host + " through";
        return new NetworkFault(
                Cause.PROXY_FAILURE,
                "proxy " + proxy.address(),
                summary,
                List.of("the proxy is from " + proxy.origin(), said));
    }

    static NetworkFault proxyWantsLogin(URI uri, Route proxy) {
        return new NetworkFault(
                Cause.PROXY_FAILURE,
                "proxy " + proxy.address(),
                "the proxy " + proxy.address() + " wants "
                        + (proxy.hasLogin() ? "another login" : "a login, and none is set"),
                List.of(
                        "the proxy is from " + proxy.origin(),
                        "it answered 407 to a request for " + uri.getRawAuthority()));
    }

    private static boolean has(Throwable trouble, Class<? extends Throwable> kind) {
        for (Throwable each = trouble; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    /** The innermost words there are, as one plain line. */
    private static String words(Throwable trouble) {
        String words = trouble.getClass().getSimpleName();
        for (Throwable each = trouble; each != null; each = each.getCause()) {
            if (each.getMessage() != null && !each.getMessage().isBlank()) {
                words = each.getMessage();
            }
        }
        return line(words);
    }

    private static String line(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() > 300 ? plain.substring(0, 300) : plain;
    }

    private static List<String> with(List<String> evidence, String more) {
        List<String> all = new ArrayList<>(evidence);
        all.add(more);
        return all;
    }

    private static String plain(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host.toLowerCase(Locale.ROOT);
    }

    private static int portOf(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    }
}
