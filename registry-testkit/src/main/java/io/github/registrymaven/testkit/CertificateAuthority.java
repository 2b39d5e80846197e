package io.github.registrymaven.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority of its own: nobody trusts it but those that the test tells to. Its files are in a folder that goes
 * with {@link #close()}. Thread-safe.
 */
public final class CertificateAuthority implements AutoCloseable {
    private static final String NAME = "CN=Registry Testkit CA";
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final Path folder;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private CertificateAuthority(Path folder, KeyPair keys, X509Certificate certificate) {
        this.folder = folder;
        this.keys = keys;
        this.certificate = certificate;
    }

    /** Makes one, in a few milliseconds. */
    public static CertificateAuthority create() throws IOException {
        try {
            KeyPair keys = pair("EC", 256);
            Instant from = Instant.now().minus(A_DAY);
            X509Certificate certificate = new X509(
                            NAME, NAME, keys.getPublic(), from, from.plus(A_MONTH), X509.authority())
                    .signedWith(keys.getPrivate());
            Path folder = Files.createTempDirectory("registry-testkit-ca");
            Files.writeString(folder.resolve("ca.crt"), pem("CERTIFICATE", certificate.getEncoded()));
            return new CertificateAuthority(folder, keys, certificate);
        } catch (GeneralSecurityException broken) {
            throw new IOException("the authority cannot be made", broken);
        }
    }

    /** The authority's certificate as PEM: for {@code certs.d}, or a {@code rootcertbundle}. */
    public Path certificate() {
        return folder.resolve("ca.crt");
    }

    /** Somebody who signs tokens, known by this authority. The key is RSA, as tokens are signed with no other here. */
    Tokens.Identity signer() {
        try {
            KeyPair signing = pair("RSA", 2048);
            Instant from = Instant.now().minus(A_DAY);
            return new Tokens.Identity(
                    signing.getPrivate(),
                    issue("CN=tokens", signing.getPublic(), from, from.plus(A_MONTH), new byte[0]));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a signer cannot be made", broken);
        }
    }

    /** A server's context with a certificate of this authority, good for today. */
    public SSLContext server(String names) throws IOException {
        Instant from = Instant.now().minus(A_DAY);
        return server(names, from, from.plus(A_MONTH));
    }

    /**
     * The same for some time.
     *
     * @param names such as {@code ip:127.0.0.1} or {@code dns:registry.test}, with commas between them
     */
    public SSLContext server(String names, Instant from, Instant until) throws IOException {
        try {
            KeyPair pair = pair("EC", 256);
            char[] password = "testkit".toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", pair.getPrivate(), password, new Certificate[] {
                issue("CN=registry", pair.getPublic(), from, until, X509.names(names)), certificate
            });
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IOException("the server's certificate cannot be made", broken);
        }
    }

    /** A client's context that trusts this authority, by its file, and no other. */
    public SSLContext client() throws IOException {
        try (InputStream in = Files.newInputStream(certificate())) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IOException("the authority's certificate cannot be trusted", broken);
        }
    }

    /** The server's key and chain as PEM files, for servers that are no Java: {@code server.key}, {@code server.crt}. */
    public Path serverFiles(String names) throws IOException {
        try {
            KeyPair pair = pair("EC", 256);
            Instant from = Instant.now().minus(A_DAY);
            X509Certificate server =
                    issue("CN=registry", pair.getPublic(), from, from.plus(A_MONTH), X509.names(names));
            Files.writeString(
                    folder.resolve("server.key"),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(
                    folder.resolve("server.crt"),
                    pem("CERTIFICATE", server.getEncoded()) + pem("CERTIFICATE", certificate.getEncoded()));
            return folder;
        } catch (GeneralSecurityException broken) {
            throw new IOException("the server's certificate cannot be made", broken);
        }
    }

    private X509Certificate issue(String subject, PublicKey key, Instant from, Instant until, byte[] extension)
            throws GeneralSecurityException {
        return new X509(NAME, subject, key, from, until, extension).signedWith(keys.getPrivate());
    }

    private static KeyPair pair(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
