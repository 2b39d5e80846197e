package io.github.registrymaven.network;

import io.github.registrymaven.diagnosis.Cause;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Names what stood in the way of a request. The JDK's exception says little (a time-out is one in any phase, an end of
 * file may be TLS spoken to plain http), so the host is dialled once more and the two are read together.
 */
final class Faults {
    private final Dial dial;
    private final ProxyFaults proxyFaults;
    private final Trust trust;
    private final Duration timeout;

    Faults(Dial dial, Trust trust, Duration timeout) {
        this.dial = dial;
        this.proxyFaults = new ProxyFaults(dial, timeout);
        this.trust = trust;
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

    /** A TLS server that was asked in plain http and said so. */
    static NetworkFault spokenToInPlain(HttpAnswer answer) {
        return mismatch(
                answer.uri().getRawAuthority(),
                answer.uri().getRawAuthority() + " speaks TLS, and was asked in plain http",
                List.of("it answered " + answer.status() + ": " + Words.line(answer.text())));
    }

    /** A file that the user gave for this host is of no use. */
    static NetworkFault unusable(URI uri, UnusableCertificate trouble) {
        return new NetworkFault(
                Cause.TLS_UNTRUSTED_CERTIFICATE,
                uri.getRawAuthority(),
                "a certificate file for " + uri.getRawAuthority() + " cannot be used",
                List.of(Words.line(String.valueOf(trouble.getMessage()))));
    }

    /** A request that cannot be put into words of HTTP. */
    static NetworkFault unsendable(URI uri, String why) {
        return new NetworkFault(
                Cause.UNKNOWN, String.valueOf(uri.getRawAuthority()), "a request could not be sent", List.of(why));
    }

    /** The other side took a part of a body and then no more, or all of it and gave no answer. */
    NetworkFault stalled(URI uri, long sent) {
        return new NetworkFault(
                Cause.DEADLINE_EXCEEDED,
                uri.getRawAuthority(),
                uri.getRawAuthority() + " stopped taking an upload",
                List.of(
                        "it took " + sent + " bytes, and then nothing for " + seconds(timeout) + " or longer",
                        "registry.requestTimeout is " + seconds(timeout)));
    }

    NetworkFault name(Throwable trouble, URI uri, @Nullable Route proxy) throws InterruptedException {
        if (Words.has(trouble, CertificateException.class)) {
            return untrusted(trouble, uri, proxy);
        }
        boolean tls = uri.getScheme().equals("https");
        String authority = uri.getRawAuthority();
        if (tls && Words.of(trouble).contains("Unsupported or unrecognized SSL message")) {
            String dialled =
                    proxy == null ? dial.dial(uri.getHost(), portOf(uri), false).dialled() : "proxy " + proxy.address();
            return mismatch(
                    dialled, authority + " does not speak TLS; it may speak plain http", List.of(Words.of(trouble)));
        }
        if (proxy != null) {
            return proxyFaults.name(trouble, uri, proxy);
        }
        // A plain request that came to nothing may have met a TLS port: only shaking hands tells.
        boolean late = isLate(trouble);
        Sighting seen = dial.dial(uri.getHost(), portOf(uri), tls || !late);
        return switch (seen.end()) {
            case NO_ADDRESS ->
                fault(Cause.REGISTRY_UNREACHABLE_DNS, seen, "the name " + uri.getHost() + " has no address");
            case NO_RESOLVER ->
                fault(Cause.REGISTRY_UNREACHABLE_DNS, seen, "the name " + uri.getHost() + " could not be looked up");
            case REFUSED -> fault(Cause.CONNECTION_REFUSED, seen, authority + " refuses connections");
            case NO_CONNECTION -> fault(Cause.CONNECTION_TIMEOUT, seen, authority + " does not answer");
            case NO_HANDSHAKE ->
                tls
                        ? fault(
                                Cause.TLS_HANDSHAKE_TIMEOUT,
                                seen,
                                authority + " takes connections, but does not answer a TLS handshake")
                        : connected(trouble, uri, seen);
            case PLAIN_HTTP ->
                tls
                        ? mismatch(seen.dialled(), authority + " speaks plain http, not TLS", seen.evidence())
                        : connected(trouble, uri, seen);
            case BROKEN_HANDSHAKE -> connected(trouble, uri, seen);
            case CONNECTED ->
                !tls && !late
                        ? mismatch(
                                seen.dialled(),
                                authority + " speaks TLS, and was asked in plain http",
                                Words.with(seen.evidence(), "a TLS handshake succeeds"))
                        : connected(trouble, uri, seen);
        };
    }

    /** The host can be reached after all: it was slow, or it ended the connection for a reason of its own. */
    private NetworkFault connected(Throwable trouble, URI uri, Sighting seen) {
        String authority = uri.getRawAuthority();
        List<String> evidence = Words.with(seen.evidence(), "Java says: " + Words.of(trouble));
        if (isLate(trouble)) {
            return new NetworkFault(
                    Cause.DEADLINE_EXCEEDED,
                    seen.dialled(),
                    authority + " takes connections, but did not answer within " + seconds(timeout),
                    Words.with(evidence, "registry.requestTimeout is " + seconds(timeout)));
        }
        if (seen.wantsClientCertificate()) {
            boolean shown = trust.hasClientCertificate(authority);
            return new NetworkFault(
                    shown ? Cause.CREDENTIALS_REJECTED : Cause.CREDENTIALS_MISSING,
                    seen.dialled(),
                    authority + " asks for a client certificate, and "
                            + (shown ? "did not take the one of this machine" : "there is none for it"),
                    Words.with(evidence, (shown ? "there is a" : "there is no") + " *.cert in certs.d/" + authority));
        }
        return new NetworkFault(Cause.CONNECTION_RESET, seen.dialled(), authority + " " + ending(trouble), evidence);
    }

    /** How the connection ended, read from the words of {@code jdk.internal.net.http} and the TLS engine. */
    private static String ending(Throwable trouble) {
        String words = Words.of(trouble);
        if (words.contains("fatal alert")) {
            return "refused the TLS handshake";
        }
        if (words.contains("bytes received") || words.contains("chunked")) {
            return "closed the connection in the middle of its answer";
        }
        return Words.has(trouble, ProtocolException.class)
                ? "answers something that is not HTTP"
                : "closed the connection without an answer";
    }

    private NetworkFault untrusted(Throwable trouble, URI uri, @Nullable Route proxy) throws InterruptedException {
        String authority = uri.getRawAuthority();
        List<String> evidence = new ArrayList<>();
        String dialled = "proxy " + (proxy == null ? "" : proxy.address());
        ShownCertificate certificate = new ShownCertificate(null);
        if (proxy == null) {
            Sighting seen = dial.dial(uri.getHost(), portOf(uri), true);
            certificate = new ShownCertificate(seen.certificate());
            dialled = seen.dialled();
            evidence.addAll(seen.evidence());
            evidence.addAll(certificate.lines());
        }
        evidence.add("Java says: " + Words.of(trouble));
        return new NetworkFault(
                Cause.TLS_UNTRUSTED_CERTIFICATE, dialled, authority + " " + certificate.objection(trouble), evidence);
    }

    private static NetworkFault mismatch(String dialled, String summary, List<String> evidence) {
        return new NetworkFault(Cause.HTTP_HTTPS_MISMATCH, dialled, summary, evidence);
    }

    private static NetworkFault fault(Cause cause, Sighting seen, String summary) {
        return new NetworkFault(cause, seen.dialled(), summary, seen.evidence());
    }

    private static boolean isLate(Throwable trouble) {
        return Words.has(trouble, HttpTimeoutException.class) || Words.has(trouble, TimeoutException.class);
    }

    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static int portOf(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    }
}
