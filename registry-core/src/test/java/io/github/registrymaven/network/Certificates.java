package io.github.registrymaven.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that signs itself, made by the JDK's keytool: the certificate, its key, and a server's TLS with both. */
final class Certificates {
    private static final String PASSWORD = "changeit";

    private final KeyStore store;

    private Certificates(KeyStore store) {
        this.store = store;
    }

    /** A certificate for today, for {@code localhost} and {@code 127.0.0.1}. */
    static Certificates forLocalhost(Path folder) throws Exception {
        return make(folder, "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1");
    }

    /** A certificate whose days are over. */
    static Certificates expired(Path folder) throws Exception {
        return make(
                folder,
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-startdate",
                "2020/01/01 00:00:00",
                "-validity",
                "30");
    }

    /** A certificate for another name. */
    static Certificates forAnotherName(Path folder) throws Exception {
        return make(folder, "CN=registry.example.com", "-ext", "san=dns:registry.example.com");
    }

    private static Certificates make(Path folder, String name, String... more) throws Exception {
        Path file = Files.createTempDirectory(folder, "keys").resolve("keys.p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString(),
                "-dname",
                name));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new Certificates(store);
    }

    /** TLS that shows this certificate, and takes clients with this one too. */
    SSLContext tls() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusting());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore trusting() throws GeneralSecurityException {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("client", store.getCertificate("server"));
            return trusted;
        } catch (IOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
    }

    String certificatePem() throws GeneralSecurityException {
        return pem("CERTIFICATE", store.getCertificate("server").getEncoded());
    }

    /** The key in PKCS#8. */
    String keyPem() throws GeneralSecurityException {
        return pem(
                "PRIVATE " + "KEY",
                store.getKey("server", PASSWORD.toCharArray()).getEncoded());
    }

    private static String pem(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }
}
