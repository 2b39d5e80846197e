package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's clients, one for each way out: straight or through a proxy, with the trust that a host needs. Made when first
 * needed, so that a build without images pays for none. A kept connection that the server closed meanwhile is the JDK's
 * matter: it repeats a GET or HEAD on a new one, and nothing else.
 */
final class Clients implements AutoCloseable {
    private final HttpThreads threads;
    private final Trust trust;
    private final Duration connectTimeout;
    private final Map<String, Client> clients = new HashMap<>();
    private final List<ProxyRelay> relays = new ArrayList<>();

    Clients(HttpThreads threads, Trust trust, Duration connectTimeout) {
        this.threads = threads;
        this.trust = trust;
        this.connectTimeout = connectTimeout;
    }

    /**
     * A client and what its requests must carry for the proxy.
     *
     * @param proxyAuthorization null where the proxy wants none
     */
    record Client(HttpClient http, @Nullable Secret proxyAuthorization) {}

    /** The client for a request. */
    synchronized Client of(URI uri, @Nullable Route proxy, boolean anyone)
            throws GeneralSecurityException, IOException, InterruptedException {
        boolean tls = uri.getScheme().equals("https");
        String authority = uri.getRawAuthority();
        String whose = tls && trust.hasOwn(authority) ? " of " + authority : "";
        String believed = (!tls ? "nobody" : anyone ? "anyone" : "jvm") + whose;
        String key = believed + " " + (proxy == null ? "direct" : proxy.address() + (tls ? " tunnel" : ""));
        Client known = clients.get(key);
        if (known == null) {
            known = make(proxy, tls, context(authority, tls, anyone));
            clients.put(key, known);
        }
        return known;
    }

    private SSLContext context(String authority, boolean tls, boolean anyone)
            throws GeneralSecurityException, IOException {
        if (!tls) {
            return new PlainHttpOnly();
        }
        return anyone ? trust.contextForAnyone(authority) : trust.contextFor(authority);
    }

    private Client make(@Nullable Route proxy, boolean tls, SSLContext context)
            throws IOException, InterruptedException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(threads.pool())
                .sslContext(context);
        if (proxy == null) {
            return new Client(threads.client(builder.proxy(ProxySelector.of(null))), null);
        }
        if (!proxy.hasLogin()) {
            return new Client(threads.client(builder.proxy(selector(proxy.host(), proxy.port()))), null);
        }
        if (!tls) {
            return new Client(threads.client(builder.proxy(selector(proxy.host(), proxy.port()))), basic(proxy));
        }
        ProxyRelay relay = new ProxyRelay(proxy, threads.pool(), Dial.millis(connectTimeout));
        relays.add(relay);
        return new Client(threads.client(builder.proxy(ProxySelector.of(relay.address()))), relay.key());
    }

    private static ProxySelector selector(String host, int port) {
        // Unresolved: the client then looks it up on a thread of its own, within the request's time.
        return ProxySelector.of(InetSocketAddress.createUnresolved(host, port));
    }

    private static Secret basic(Route proxy) {
        return Secret.of(
                "Basic " + Base64.getEncoder().encodeToString(proxy.login().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public synchronized void close() {
        relays.forEach(ProxyRelay::close);
        clients.clear();
    }
}
