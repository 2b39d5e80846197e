package io.github.registrymaven.network;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What this machine brings to a connection with a host, told without one being made. */
public final class HostSetup {
    private final NetworkOptions options;
    private final ProxyRules proxies;
    private final CertificateFolders folders;

    public HostSetup(NetworkOptions options) {
        this.options = options;
        this.proxies = new ProxyRules(options);
        this.folders = new CertificateFolders(options.machine());
    }

    /**
     * The proxy on the way to a host.
     *
     * @param address its host and port; empty where it cannot be used
     * @param origin which setting names it, such as {@code HTTPS_PROXY}
     * @param unusable why this client cannot use it, where it cannot
     */
    public record Proxy(
            String address, String origin, @Nullable String unusable) {}

    /** Null where requests go straight to the host. Never tells the login of a proxy. */
    public @Nullable Proxy proxyTo(String host) {
        URI endpoint = options.endpoints().get(host);
        Route route;
        try {
            route = proxies.routeTo(endpoint == null ? URI.create("https://" + host + "/v2/") : endpoint);
        } catch (IllegalArgumentException | NullPointerException noHost) {
            return null;
        }
        if (route == null) {
            return null;
        }
        return new Proxy(route.unusable() == null ? route.address() : "", route.origin(), route.unusable());
    }

    /** The authorities and client certificates in {@code certs.d} for a host. */
    public List<Path> certificates(String host) {
        return Stream.of(".crt", ".cert")
                .flatMap(ending -> folders.files(host, ending).stream())
                .toList();
    }
}
