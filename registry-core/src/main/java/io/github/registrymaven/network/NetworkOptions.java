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
 * @param asJib whether the proxies are those that jib's plugin takes: of the JVM, then of settings.xml, and no other
 */
public record NetworkOptions(
        Machine machine,
        List<ProxyServer> proxies,
        Set<String> insecureHosts,
        Map<String, URI> endpoints,
        Duration requestTimeout,
        boolean asJib) {
    public NetworkOptions {
        proxies = List.copyOf(proxies);
        insecureHosts = Set.copyOf(insecureHosts);
        endpoints = Map.copyOf(endpoints);
    }

    /** With the proxies that Maven and other tools take. */
    public NetworkOptions(
            Machine machine,
            List<ProxyServer> proxies,
            Set<String> insecureHosts,
            Map<String, URI> endpoints,
            Duration requestTimeout) {
        this(machine, proxies, insecureHosts, endpoints, requestTimeout, false);
    }

    /** The same, on the way that jib takes, or on the usual one. */
    public NetworkOptions asJib(boolean way) {
        return new NetworkOptions(machine, proxies, insecureHosts, endpoints, requestTimeout, way);
    }
}
