package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.machine.Machine;
import java.net.URI;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that our own requests take, for a client of somebody else's that knows the JVM's alone. What the user set in the
 * JVM is left to that client: it wins. Thread-safe.
 */
public final class ProxiesUnknownToJvm {
    private final Machine machine;
    private final ProxyRules rules;

    /**
     * Takes how our own requests reach registries from here.
     *
     * @param network with the JVM's properties as they are before the client runs
     */
    public ProxiesUnknownToJvm(NetworkOptions network) {
        this.machine = network.machine();
        this.rules = new ProxyRules(network);
    }

    /**
     * A proxy, spoken to over http, and its login.
     *
     * @param username absent where it wants no login
     * @param origin which setting names it, such as {@code settings.xml}
     */
    public record Proxy(
            String host,
            int port,
            @Nullable String username,
            @Nullable Secret password,
            String origin) {
        public String address() {
            return host + ":" + port;
        }
    }

    /** The proxy on the way to a host; null where the client is to go as it goes by itself. */
    public @Nullable Proxy to(URI uri) {
        if (uri.getHost() == null || isLeftToTheJvm(uri.getScheme())) {
            return null;
        }
        Route route = rules.routeTo(uri);
        return route == null || route.unusable() != null
                ? null
                : new Proxy(route.host(), route.port(), route.username(), route.password(), route.origin());
    }

    private boolean isLeftToTheJvm(String protocol) {
        return Boolean.parseBoolean(machine.properties().get("java.net.useSystemProxies"))
                || Stream.of(protocol + ".proxyHost", "socksProxyHost").anyMatch(machine.properties()::containsKey);
    }
}
