package io.github.registrymaven.jib;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.api.client.util.SslUtils;
import io.github.registrymaven.network.ProxiesUnknownToJvm;
import java.security.GeneralSecurityException;
import org.apache.http.client.CredentialsProvider;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.SystemDefaultCredentialsProvider;

/** The transports of Jib's client, as Jib makes them, but for the way out. Thread-safe. */
final class ProxiedTransport {
    private final ProxiesUnknownToJvm proxies;

    ProxiedTransport(ProxiesUnknownToJvm proxies) {
        this.proxies = proxies;
    }

    HttpTransport secure() {
        // The system's factory: it has the user's trust store and client certificate, if properties name one.
        return transport(ApacheHttpTransport.newDefaultHttpClientBuilder()
                .setSSLSocketFactory(SSLConnectionSocketFactory.getSystemSocketFactory()));
    }

    /** For registries with which the user wants it so. */
    HttpTransport trusting() {
        try {
            return transport(ApacheHttpTransport.newDefaultHttpClientBuilder()
                    .setSSLSocketFactory(null)
                    .setSSLContext(SslUtils.trustAllSSLContext())
                    .setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpTransport transport(HttpClientBuilder client) {
        CredentialsProvider logins = new SystemDefaultCredentialsProvider();
        return new ApacheHttpTransport(client.setRoutePlanner(new WayOut(proxies, logins))
                .setDefaultCredentialsProvider(logins)
                .setRequestExecutor(new TunnelRequests())
                .build());
    }
}
