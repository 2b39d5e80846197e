package io.github.registrymaven.network;

import io.github.registrymaven.machine.Machine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A network for a test: nothing of this machine's own proxies, files or properties gets in. */
final class Opening {
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final List<ProxyServer> proxies = new ArrayList<>();
    private final Set<String> insecure = new HashSet<>();
    private final Map<String, URI> endpoints = new HashMap<>();
    private Duration requestTimeout = Duration.ofSeconds(20);
    private Duration deadline = Duration.ofSeconds(60);

    Opening(Path home) {
        this.home = home;
    }

    Opening environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Opening property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    Opening proxy(ProxyServer proxy) {
        proxies.add(proxy);
        return this;
    }

    Opening insecure(String host) {
        insecure.add(host);
        return this;
    }

    Opening endpoint(String host, String url) {
        endpoints.put(host, URI.create(url));
        return this;
    }

    Opening requestTimeout(Duration time) {
        requestTimeout = time;
        return this;
    }

    Opening deadline(Duration time) {
        deadline = time;
        return this;
    }

    Machine machine() {
        return new Machine(environment, properties, home, Clock.systemUTC());
    }

    RegistryHttp open() {
        return RegistryHttp.open(
                new NetworkOptions(machine(), proxies, insecure, endpoints, requestTimeout), Deadline.in(deadline));
    }

    static HttpCall get(String uri) {
        return new HttpCall("GET", URI.create(uri), Map.of(), null, null);
    }
}
