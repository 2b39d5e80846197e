package io.github.registrymaven.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority of its own, made with the JDK's keytool: nobody trusts it but those that the test tells to. Its
 * files are in a folder that goes with {@link #close()}.
 */
public final class CertificateAuthority implements AutoCloseable {
    private static final String STORE_PASSWORD = "testkit";

    private final Path folder;

    private CertificateAuthority(Path folder) {
        this.folder = folder;
    }

    /** Makes one. Takes about a second. */
    public static CertificateAuthority create() throws IOException {
        CertificateAuthority authority = new CertificateAuthority(Files.createTempDirectory("registry-testkit-ca"));
        authority.keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=Registry Testkit CA",
                "-ext",
                "bc:critical=ca:true",
                "-validity",
                "30",
                "-keystore",
                "ca.p12");
        authority.keytool("-exportcert", "-rfc", "-alias", "ca", "-keystore", "ca.p12", "-file", "ca.crt");
        return authority;
    }

    /** The authority's certificate as PEM: for {@code certs.d}, or a {@code rootcertbundle}. */
    public Path certificate() {
        return folder.resolve("ca.crt");
    }

    Tokens.Identity signer() {
        try {
            KeyStore store = load("ca.p12");
            return new Tokens.Identity((PrivateKey) store.getKey("ca", STORE_PASSWORD.toCharArray()), (X509Certificate)
                    store.getCertificate("ca"));
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("the authority cannot be read", broken);
        }
    }

    /**
     * A server's context with a certificate of this authority.
     *
     * @param names such as {@code ip:127.0.0.1} or {@code dns:registry.test}
     * @param startDate when it begins, as keytool writes it: {@code -1d}
     * @param days how long it is good
     */
    public SSLContext server(String names, String startDate, int days) throws IOException {
        issue(names, startDate, days);
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load("server.p12"), STORE_PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IOException("the server's certificate cannot be used", broken);
        }
    }

    /** The server's key and chain as PEM files, for servers that are no Java: {@code server.key}, {@code server.crt}. */
    public Path serverFiles(String names) throws IOException {
        issue(names, "-1d", 30);
        try {
            KeyStore store = load("server.p12");
            byte[] key = store.getKey("server", STORE_PASSWORD.toCharArray()).getEncoded();
            Files.writeString(
                    folder.resolve("server.key"),
                    "-----BEGIN " + "PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + "PRIVATE KEY-----\n");
            return folder;
        } catch (GeneralSecurityException broken) {
            throw new IOException("the server's key cannot be written", broken);
        }
    }

    private void issue(String names, String startDate, int days) throws IOException {
        Files.deleteIfExists(folder.resolve("server.p12"));
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=registry",
                "-keystore",
                "server.p12");
        keytool("-certreq", "-alias", "server", "-keystore", "server.p12", "-file", "server.csr");
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-keystore",
                "ca.p12",
                "-infile",
                "server.csr",
                "-outfile",
                "server.crt",
                "-ext",
                "san=" + names,
                "-startdate",
                startDate,
                "-validity",
                String.valueOf(days));
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", "ca.crt", "-keystore", "server.p12");
        keytool("-importcert", "-noprompt", "-alias", "server", "-file", "server.crt", "-keystore", "server.p12");
    }

    private KeyStore load(String file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            store.load(in, STORE_PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        // It runs for a moment only: to compile it well takes longer than it works.
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        if (List.of(arguments).contains("-keystore")) {
            command.addAll(List.of("-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
        }
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool " + arguments[0] + " failed: " + said);
            }
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool ran", interrupted);
        }
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
