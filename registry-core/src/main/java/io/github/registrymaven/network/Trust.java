package io.github.registrymaven.network;

import io.github.registrymaven.machine.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed: those that the JVM trusts, and for a host also the authorities in docker's and
 * containers' {@code certs.d/<host:port>/*.crt}. A host that the user allowed may show any certificate.
 */
final class Trust {
    private final List<Path> folders;

    Trust(Machine machine) {
        Path home = machine.home();
        this.folders = List.of(
                Path.of("/etc/docker/certs.d"),
                home.resolve(".docker/certs.d"),
                home.resolve(".config/docker/certs.d"),
                Path.of("/etc/containers/certs.d"),
                home.resolve(".config/containers/certs.d"));
    }

    /** Whether a host has authorities of its own. */
    boolean hasOwn(String host) {
        return !certificateFiles(host).isEmpty();
    }

    /** The JVM's own trust, with the authorities of one host beside it where there are any. */
    SSLContext contextFor(String host) throws GeneralSecurityException, IOException {
        List<Path> files = certificateFiles(host);
        if (files.isEmpty()) {
            return SSLContext.getDefault();
        }
        KeyStore extra = KeyStore.getInstance(KeyStore.getDefaultType());
        extra.load(null, null);
        for (Path file : files) {
            int number = 0;
            for (Certificate certificate : read(file)) {
                extra.setCertificateEntry(file + "#" + number++, certificate);
            }
        }
        return context(new Either(managerOf(null), managerOf(extra)));
    }

    /** Believes every certificate, whatever name it is for: for one host, which the user allowed. */
    SSLContext contextForAnyone() throws GeneralSecurityException {
        return context(new Anyone());
    }

    private List<Path> certificateFiles(String host) {
        return folders.stream()
                .map(folder -> folder.resolve(host))
                .filter(Files::isDirectory)
                .flatMap(folder -> certificates(folder).stream())
                .toList();
    }

    private static List<Path> certificates(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(".crt"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            // What cannot be read is not believed; the handshake then says which authority is missing.
            return List.of();
        }
    }

    private static Iterable<? extends Certificate> read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }

    private static X509ExtendedTrustManager managerOf(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new NoSuchAlgorithmException("the JVM has no X.509 trust manager");
    }

    private static SSLContext context(X509TrustManager manager) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {manager}, null);
        return context;
    }

    /** Believes what either believes; says what the first says otherwise. Both check the host's name. */
    private static final class Either extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager jvm;
        private final X509ExtendedTrustManager own;

        Either(X509ExtendedTrustManager jvm, X509ExtendedTrustManager own) {
            this.jvm = jvm;
            this.own = own;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            try {
                own.checkServerTrusted(chain, type, engine);
            } catch (CertificateException notOwn) {
                jvm.checkServerTrusted(chain, type, engine);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            try {
                own.checkServerTrusted(chain, type, socket);
            } catch (CertificateException notOwn) {
                jvm.checkServerTrusted(chain, type, socket);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            try {
                own.checkServerTrusted(chain, type);
            } catch (CertificateException notOwn) {
                jvm.checkServerTrusted(chain, type);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            jvm.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
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

    /** Extended, so that the JDK adds no check of the host's name of its own. */
    private static final class Anyone extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
