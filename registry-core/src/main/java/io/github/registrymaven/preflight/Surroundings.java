package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.CredentialChain;
import io.github.registrymaven.credential.NamedServer;
import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.ProxyServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a build brings to its preflight and its push: the machine, and what Maven's settings.xml says.
 *
 * @param servers the logins of settings.xml, decrypted, in their order
 * @param proxies its active proxies, in their order
 * @param clouds the control planes that may be asked
 * @param logins the clouds that may be asked for a login
 */
public record Surroundings(
        Machine machine,
        List<SettingsServer> servers,
        List<ProxyServer> proxies,
        List<ControlPlane> clouds,
        List<CloudLogin> logins) {
    public Surroundings {
        servers = List.copyOf(servers);
        proxies = List.copyOf(proxies);
        clouds = List.copyOf(clouds);
        logins = List.copyOf(logins);
    }

    /** With clouds that give no logins. */
    public Surroundings(
            Machine machine, List<SettingsServer> servers, List<ProxyServer> proxies, List<ControlPlane> clouds) {
        this(machine, servers, proxies, clouds, List.of());
    }

    /** Without any cloud. */
    public Surroundings(Machine machine, List<SettingsServer> servers, List<ProxyServer> proxies) {
        this(machine, servers, proxies, List.of(), List.of());
    }

    /** How registries are reached from here. */
    public NetworkOptions network(Set<String> insecureHosts, Map<String, URI> endpoints, Duration requestTimeout) {
        return new NetworkOptions(machine, proxies, insecureHosts, endpoints, requestTimeout);
    }

    /** Whether a proxy is named where jib does not look for one as others do. */
    public boolean hasProxies() {
        return !proxies.isEmpty()
                || machine.environment().keySet().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    }

    /**
     * Where logins come from here.
     *
     * @param server the one that the user named, where one was
     * @param helperTimeout how long a helper may take that is started now
     */
    public CredentialChain credentials(@Nullable NamedServer server, Supplier<Duration> helperTimeout) {
        return new CredentialChain(machine, servers, server, helperTimeout);
    }

    /** The same, with clouds to ask. */
    public Surroundings with(List<ControlPlane> more) {
        return new Surroundings(machine, servers, proxies, more, logins);
    }

    /** The same, with clouds that give logins. */
    public Surroundings loggingInWith(List<CloudLogin> more) {
        return new Surroundings(machine, servers, proxies, clouds, more);
    }
}
