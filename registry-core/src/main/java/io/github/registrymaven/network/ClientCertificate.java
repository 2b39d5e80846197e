package io.github.registrymaven.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/** Who this machine is to a host that asks for a client certificate: {@code name.cert} with {@code name.key}. */
final class ClientCertificate {
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");

    private ClientCertificate() {}

    /** Reads the pair; the key may be PKCS#8 only, which is what the JDK reads. */
    static KeyManager[] read(Path certificate) throws GeneralSecurityException, IOException {
        Path key = Path.of(certificate.toString().replaceFirst("\\.cert$", ".key"));
        if (!Files.isReadable(key)) {
            throw new UnusableCertificate(certificate, "has no readable " + key.getFileName() + " beside it");
        }
        // Lives in memory only, so its password guards nothing.
        char[] unguarded = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("client", keyIn(key), unguarded, chainIn(certificate));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, unguarded);
        return factory.getKeyManagers();
    }

    /** The certificates of a PEM file. */
    static Certificate[] chainIn(Path file) throws UnusableCertificate, IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(content))
                    .toArray(new Certificate[0]);
            if (chain.length == 0) {
                throw new UnusableCertificate(file, "holds no certificate");
            }
            return chain;
        } catch (CertificateException unreadable) {
            throw new UnusableCertificate(file, "holds no readable certificate", unreadable);
        }
    }

    private static PrivateKey keyIn(Path file) throws GeneralSecurityException, IOException {
        Matcher pem = PKCS8.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw new UnusableCertificate(
                    file, "is not an unencrypted PKCS#8 key (BEGIN PRIVATE KEY); other forms are not supported");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
        for (String algorithm : ALGORITHMS) {
            PrivateKey key = decoded(algorithm, encoded);
            if (key != null) {
                return key;
            }
        }
        throw new UnusableCertificate(file, "is a key of none of the kinds " + String.join(", ", ALGORITHMS));
    }

    /** Null where it is a key of another kind: PKCS#8 names its kind, the JDK wants to be told. */
    private static @Nullable PrivateKey decoded(String algorithm, byte[] encoded) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException another) {
            return null;
        }
    }
}
