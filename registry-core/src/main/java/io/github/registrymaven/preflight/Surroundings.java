package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.ProxyServer;
import java.util.List;

/**
 * What a build brings to its preflight: the machine, and what Maven's settings.xml says.
 *
 * @param servers the logins of settings.xml, decrypted, in their order
 * @param proxies its active proxies, in their order
 * @param clouds the control planes that may be asked
 */
public record Surroundings(
        Machine machine, List<SettingsServer> servers, List<ProxyServer> proxies, List<ControlPlane> clouds) {
    public Surroundings {
        servers = List.copyOf(servers);
        proxies = List.copyOf(proxies);
        clouds = List.copyOf(clouds);
    }

    /** Without any cloud. */
    public Surroundings(Machine machine, List<SettingsServer> servers, List<ProxyServer> proxies) {
        this(machine, servers, proxies, List.of());
    }
}
