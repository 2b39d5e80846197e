package io.github.registrymaven.network;

import io.github.registrymaven.diagnosis.Cause;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/**
 * Names what stood in the way of a request. An exception says little (a time-out is one in any phase, an end of
 * file may be TLS spoken to plain http), so the host is dialled once more and the two are read together.
 */
final class Faults {
    /** {@code TLSHandshakeTimeout} of Go's default transport, and so of docker and skopeo. */
    private static final Duration PATIENCE_OF_GO = Duration.ofSeconds(10);

    /** How a TLS connection ends for want of the right certificates. */
    private static final Set<Cause> AT_TLS = EnumSet.of(
            Cause.TLS_UNTRUSTED_CERTIFICATE,
            Cause.CONNECTION_RESET,
            Cause.CREDENTIALS_MISSING,
            Cause.CREDENTIALS_REJECTED);

    private final Dial dial;
    private final ProxyFaults proxyFaults;
    private final Trust trust;
    private final SystemAuthorities authorities;
    private final Duration timeout;

    Faults(Dial dial, Trust trust, SystemAuthorities authorities, Duration timeout) {
        this.dial = dial;
        this.proxyFaults = new ProxyFaults(dial, timeout);
        this.trust = trust;
        this.authorities = authorities;
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
        NetworkFault fault = named(trouble, uri, proxy);
        List<String> unusable = trust.unusable(uri.getRawAuthority());
        if (unusable.isEmpty() || !AT_TLS.contains(fault.cause())) {
            return fault;
        }
        List<String> evidence = new ArrayList<>(fault.evidence());
        evidence.addAll(unusable);
        return new NetworkFault(fault.cause(), fault.dialled(), fault.summary(), evidence, null)
                .doubting(Doubt.Of.TRUST, "what cannot be used here may be of use to others, docker among them");
    }

    private NetworkFault named(Throwable trouble, URI uri, @Nullable Route proxy) throws InterruptedException {
        if (Words.has(trouble, CertificateException.class)) {
            return untrusted(trouble, uri, proxy);
        }
        boolean tls = uri.getScheme().equals("https");
        String authority = uri.getRawAuthority();
        if (tls && isNoTls(Words.of(trouble))) {
            String dialled = proxy == null
                    ? dial.dial(uri.getHost(), Way.portOf(uri), false).dialled()
                    : "proxy " + proxy.address();
            return mismatch(
                    dialled, authority + " does not speak TLS; it may speak plain http", List.of(Words.of(trouble)));
        }
        if (proxy != null) {
            return proxyFaults.name(trouble, uri, proxy);
        }
        // A plain request that came to nothing may have met a TLS port: only shaking hands tells.
        boolean late = isLate(trouble);
        Sighting seen = dial.dial(uri.getHost(), Way.portOf(uri), tls || !late);
        return switch (seen.end()) {
            case NO_ADDRESS ->
                fault(Cause.REGISTRY_UNREACHABLE_DNS, seen, "the name " + uri.getHost() + " has no address");
            case NO_RESOLVER ->
                fault(Cause.REGISTRY_UNREACHABLE_DNS, seen, "the name " + uri.getHost() + " could not be looked up")
                        .doubting(Doubt.Of.PATIENCE, "a resolver that is slow may still answer a push");
            case REFUSED -> fault(Cause.CONNECTION_REFUSED, seen, authority + " refuses connections");
            case NO_CONNECTION -> fault(Cause.CONNECTION_TIMEOUT, seen, authority + " does not answer");
            case NO_HANDSHAKE -> tls ? mute(late, uri, seen) : connected(trouble, uri, seen);
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

    /** The TLS engine's words for bytes that are no record of TLS; which of them depends on the first bytes. */
    private static boolean isNoTls(String words) {
        return words.contains("Unsupported or unrecognized SSL message")
                || words.contains("Unrecognized SSL message, plaintext connection");
    }

    /** Where the request itself had not waited as long as others do, the second look alone is too short to tell. */
    private NetworkFault mute(boolean late, URI uri, Sighting seen) {
        NetworkFault fault = fault(
                Cause.TLS_HANDSHAKE_TIMEOUT,
                seen,
                uri.getRawAuthority() + " takes connections, but does not answer a TLS handshake");
        return late && timeout.compareTo(PATIENCE_OF_GO) >= 0
                ? fault
                : fault.doubting(Doubt.Of.PATIENCE, "others wait longer for a handshake: docker 10 s, jib 20 s");
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
            boolean shown = trust.hasClientCertificate(authority)
                    && trust.unusable(authority).isEmpty();
            return new NetworkFault(
                    shown ? Cause.CREDENTIALS_REJECTED : Cause.CREDENTIALS_MISSING,
                    seen.dialled(),
                    authority + " asks for a client certificate, and "
                            + (shown ? "did not take the one of this machine" : "there is none for it"),
                    Words.with(
                            evidence,
                            (shown ? "there is a" : "there is no usable") + " *.cert in certs.d/" + authority));
        }
        return new NetworkFault(Cause.CONNECTION_RESET, seen.dialled(), authority + " " + ending(trouble), evidence);
    }

    /** How the connection ended. */
    private static String ending(Throwable trouble) {
        if (Words.of(trouble).contains("fatal alert")) {
            return "refused the TLS handshake";
        }
        if (trouble instanceof ConnectionClosedException) {
            return "closed the connection in the middle of its answer";
        }
        return trouble instanceof ProtocolException || trouble instanceof MessageConstraintException
                ? "answers something that is not HTTP"
                : "closed the connection without an answer";
    }

    private NetworkFault untrusted(Throwable trouble, URI uri, @Nullable Route proxy) throws InterruptedException {
        String authority = uri.getRawAuthority();
        List<String> evidence = new ArrayList<>();
        String dialled = "proxy " + (proxy == null ? "" : proxy.address());
        ShownCertificate certificate = new ShownCertificate(null);
        if (proxy == null) {
            Sighting seen = dial.dial(uri.getHost(), Way.portOf(uri), true);
            certificate = new ShownCertificate(seen.certificate());
            dialled = seen.dialled();
            evidence.addAll(seen.evidence());
            evidence.addAll(certificate.lines());
        }
        evidence.add("Java says: " + Words.of(trouble));
        NetworkFault fault = new NetworkFault(
                Cause.TLS_UNTRUSTED_CERTIFICATE, dialled, authority + " " + certificate.objection(trouble), evidence);
        Path bundle = proxy == null && Words.has(trouble, CertPathBuilderException.class)
                ? authorities.believing(uri.getHost(), Way.portOf(uri), Dial.PATIENCE)
                : null;
        return bundle == null
                ? fault
                : fault.doubting(
                        Doubt.Of.TRUST,
                        "this JVM does not believe the certificate, but tools that read " + bundle
                                + " do, docker and skopeo among them");
    }

    private static NetworkFault mismatch(String dialled, String summary, List<String> evidence) {
        return new NetworkFault(Cause.HTTP_HTTPS_MISMATCH, dialled, summary, evidence);
    }

    private static NetworkFault fault(Cause cause, Sighting seen, String summary) {
        return new NetworkFault(cause, seen.dialled(), summary, seen.evidence());
    }

    static boolean isLate(Throwable trouble) {
        return Words.has(trouble, SocketTimeoutException.class) || Words.has(trouble, TimeoutException.class);
    }

    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
