package io.github.registrymaven.network;

import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Believes what the host's own authorities or the JVM's vouch for. Both check the host's name and the dates. */
final class EitherTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager own;
    private final X509ExtendedTrustManager jvm;

    EitherTrust(X509ExtendedTrustManager own, X509ExtendedTrustManager jvm) {
        this.own = own;
        this.jvm = jvm;
    }

    private interface Check {
        void with(X509ExtendedTrustManager manager) throws CertificateException;
    }

    private void either(X509Certificate[] chain, Check check) throws CertificateException {
        try {
            check.with(own);
            // The JDK does not look at the dates of a certificate that is an authority itself; docker does.
            chain[0].checkValidity();
        } catch (CertificateException notOwn) {
            try {
                check.with(jvm);
            } catch (CertificateException notJvm) {
                // Where the own authority is the right one, its objection is the reason: a name, a date.
                throw isUnknownAuthority(notOwn) ? notJvm : notOwn;
            }
        }
    }

    private static boolean isUnknownAuthority(CertificateException trouble) {
        return trouble.getCause() instanceof CertPathBuilderException;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        either(chain, manager -> manager.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        either(chain, manager -> manager.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        either(chain, manager -> manager.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        jvm.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        jvm.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        jvm.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return jvm.getAcceptedIssuers();
    }
}
