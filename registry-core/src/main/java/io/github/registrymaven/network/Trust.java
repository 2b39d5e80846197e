package io.github.registrymaven.network;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed and which one is shown: by default what the JVM says, for a host with a folder in {@code
 * certs.d} also what lies there. A host that the user allowed may show any certificate. A file there that cannot be used is left
 * out, and remembered: what is wrong with it may be no fault to whoever pushes.
 */
final class Trust {
    private final CertificateFolders folders;
    private final Map<String, List<String>> unusable = new ConcurrentHashMap<>();

    Trust(CertificateFolders folders) {
        this.folders = folders;
    }

    /** Whether a host has certificates of its own, so that its connections are not shared with other hosts. */
    boolean hasOwn(String authority) {
        return !folders.files(authority, ".crt").isEmpty() || hasClientCertificate(authority);
    }

    /** Whether there is a certificate to show to that host. */
    boolean hasClientCertificate(String authority) {
        return !folders.files(authority, ".cert").isEmpty();
    }

    /** The JVM's own trust, with that of one host beside it where there is any. */
    SSLContext contextFor(String authority) throws GeneralSecurityException, IOException {
        if (!hasOwn(authority)) {
            return SSLContext.getDefault();
        }
        List<Certificate> authorities = authorities(authority);
        X509ExtendedTrustManager jvm = managerOf(null);
        return context(
                authorities.isEmpty() ? jvm : new EitherTrust(managerOf(storeOf(authorities)), jvm),
                clientKeys(authority));
    }

    /** Believes every certificate, whatever name it is for: for one host, which the user allowed. */
    SSLContext contextForAnyone(String authority) throws GeneralSecurityException, IOException {
        return context(new AnyoneTrust(), clientKeys(authority));
    }

    /** Shows none and believes any: to look at what a host shows, never to send it anything. */
    static SSLContext contextForLooking(KeyManager watching) throws GeneralSecurityException {
        return context(new AnyoneTrust(), new KeyManager[] {watching});
    }

    /** What is wrong with files in {@code certs.d} for a host that was spoken to, one line each. */
    List<String> unusable(String authority) {
        return unusable.getOrDefault(authority, List.of());
    }

    private List<Certificate> authorities(String authority) {
        List<Certificate> believed = new ArrayList<>();
        for (Path file : folders.files(authority, ".crt")) {
            try {
                believed.addAll(List.of(ClientCertificate.chainIn(file)));
            } catch (GeneralSecurityException | IOException trouble) {
                leaveOut(authority, file, trouble);
            }
        }
        return believed;
    }

    static KeyStore storeOf(List<Certificate> authorities) throws GeneralSecurityException {
        KeyStore store = empty();
        for (Certificate certificate : authorities) {
            store.setCertificateEntry("authority" + store.size(), certificate);
        }
        return store;
    }

    private KeyManager @Nullable [] clientKeys(String authority) {
        List<Path> files = folders.files(authority, ".cert");
        if (files.isEmpty()) {
            return null;
        }
        try {
            return ClientCertificate.read(files.get(0));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException trouble) {
            leaveOut(authority, files.get(0), trouble);
            return null;
        }
    }

    private void leaveOut(String authority, Path file, Exception trouble) {
        String why = trouble instanceof UnusableCertificate told
                ? String.valueOf(told.getMessage())
                : file + " cannot be read";
        unusable.merge(authority, List.of(Words.line(why)), (before, more) -> Words.with(before, more.get(0)));
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException impossible) {
            throw new GeneralSecurityException("an empty key store cannot be made", impossible);
        }
    }

    static X509ExtendedTrustManager managerOf(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new NoSuchAlgorithmException("the JVM has no X.509 trust manager");
    }

    static SSLContext context(TrustManager manager, KeyManager @Nullable [] keys) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {manager}, null);
        return context;
    }
}
