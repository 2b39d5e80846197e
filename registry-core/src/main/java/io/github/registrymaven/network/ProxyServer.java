package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that settings.xml names.
 *
 * @param protocol of the requests it is for: {@code http} or {@code https}
 * @param nonProxyHosts patterns of hosts that are reached without it, {@code *} at either end
 */
public record ProxyServer(
        String protocol,
        String host,
        int port,
        @Nullable String username,
        @Nullable Secret password,
        List<String> nonProxyHosts) {
    public ProxyServer {
        nonProxyHosts = List.copyOf(nonProxyHosts);
    }
}
