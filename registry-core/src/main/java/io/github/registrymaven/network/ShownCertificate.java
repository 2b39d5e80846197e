package io.github.registrymaven.network;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A certificate that was not believed: why, and what it says of itself. */
final class ShownCertificate {
    private static final int MOST_NAMES = 10;

    private final @Nullable X509Certificate shown;

    ShownCertificate(@Nullable X509Certificate shown) {
        this.shown = shown;
    }

    /** What is wrong with it, to follow the name of the host. */
    String objection(Throwable trouble) {
        if (shown != null && Words.has(trouble, CertificateExpiredException.class)) {
            return "shows a certificate that expired on "
                    + day(shown.getNotAfter().toInstant().toString());
        }
        if (shown != null && Words.has(trouble, CertificateNotYetValidException.class)) {
            return "shows a certificate that is not valid before "
                    + day(shown.getNotBefore().toInstant().toString());
        }
        if (Words.has(trouble, CertPathBuilderException.class)) {
            return isSelfSigned()
                    ? "shows a certificate that it signed itself, not an authority that this machine trusts"
                    : "shows a certificate of an authority that this machine does not trust";
        }
        String words = Words.of(trouble).toLowerCase(Locale.ROOT);
        // The JDK has no exception of its own for this; these are the words of sun.security.util.HostnameChecker.
        if (words.contains("no subject alternative") || words.contains("no name matching")) {
            return "shows a certificate for another name";
        }
        return "shows a certificate that this machine does not trust";
    }

    /** Its subject and names, its issuer, its dates. */
    List<String> lines() {
        if (shown == null) {
            return List.of();
        }
        return List.of(
                "certificate for " + Words.line(shown.getSubjectX500Principal().getName()) + names(shown),
                "issued by " + Words.line(shown.getIssuerX500Principal().getName()),
                "valid from " + shown.getNotBefore().toInstant() + " to "
                        + shown.getNotAfter().toInstant());
    }

    private boolean isSelfSigned() {
        return shown != null && shown.getSubjectX500Principal().equals(shown.getIssuerX500Principal());
    }

    private static String day(String instant) {
        return instant.substring(0, instant.indexOf('T'));
    }

    private static String names(X509Certificate certificate) {
        try {
            List<String> names = new ArrayList<>();
            if (certificate.getSubjectAlternativeNames() != null) {
                certificate.getSubjectAlternativeNames().stream()
                        .limit(MOST_NAMES)
                        .forEach(name -> names.add(Words.line(String.valueOf(name.get(1)))));
            }
            return names.isEmpty() ? "" : ", names " + String.join(", ", names);
        } catch (CertificateParsingException unreadable) {
            return ", names unreadable";
        }
    }
}
