package io.github.registrymaven.network;

import io.github.registrymaven.machine.Machine;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How registries are reached.
 *
 * @param proxies the active proxies of settings.xml, in their order; those of JVM and environment come after them
 * @param insecureHosts hosts or {@code host:port}, in lower case, that may be spoken to over http or untrusted TLS
 * @param endpoints where a host is really reached, without a path
 * @param requestTimeout for one request
 */
public record NetworkOptions(
        Machine machine,
        List<ProxyServer> proxies,
        Set<String> insecureHosts,
        Map<String, URI> endpoints,
        Duration requestTimeout) {
    public NetworkOptions {
        proxies = List.copyOf(proxies);
        insecureHosts = Set.copyOf(insecureHosts);
        endpoints = Map.copyOf(endpoints);
    }
}
