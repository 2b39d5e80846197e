package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.machine.Machine;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy a request goes through: settings.xml first, then the JVM's properties, then the environment, as Maven itself
 * and its users' other tools read them. Nothing global is read at request time or changed.
 */
final class ProxyRules {
    private final List<ProxyServer> settings;
    private final Machine machine;

    ProxyRules(List<ProxyServer> settings, Machine machine) {
        this.settings = List.copyOf(settings);
        this.machine = machine;
    }

    /** Null where the request goes straight to its host. */
    @Nullable
    Route routeTo(URI uri) {
        String protocol = uri.getScheme();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (!settings.isEmpty()) {
            Route route = fromSettings(protocol, host);
            if (route != null) {
                return route;
            }
        }
        Route route = fromProperties(protocol, host);
        return route != null ? route : fromEnvironment(protocol, host, portOf(uri));
    }

    private @Nullable Route fromSettings(String protocol, String host) {
        // Maven takes a proxy of either protocol for both where there is only one.
        ProxyServer chosen = settings.stream()
                .filter(proxy -> proxy.protocol().equalsIgnoreCase(protocol))
                .findFirst()
                .orElse(settings.get(0));
        if (chosen.nonProxyHosts().stream().anyMatch(pattern -> matches(pattern, host))) {
            return null;
        }
        return new Route(chosen.host(), chosen.port(), chosen.username(), chosen.password(), "settings.xml");
    }

    private @Nullable Route fromProperties(String protocol, String host) {
        String name = machine.properties().get(protocol + ".proxyHost");
        if (name == null || name.isBlank()) {
            return null;
        }
        // The JDK reads http.nonProxyHosts for both protocols, and never proxies these by default.
        String exempt = machine.properties().getOrDefault("http.nonProxyHosts", "localhost|127.*|[::1]");
        for (String pattern : exempt.split("\\|", -1)) {
            if (matches(pattern, host)) {
                return null;
            }
        }
        int standard = protocol.equals("https") ? 443 : 80;
        int port = number(machine.properties().get(protocol + ".proxyPort"), standard);
        String user = machine.properties().get(protocol + ".proxyUser");
        String password = machine.properties().get(protocol + ".proxyPassword");
        return new Route(
                name, port, user, password == null ? null : Secret.of(password), "-D" + protocol + ".proxyHost");
    }

    private @Nullable Route fromEnvironment(String protocol, String host, int port) {
        String upper = protocol.toUpperCase(Locale.ROOT) + "_PROXY";
        for (String name : List.of(upper, upper.toLowerCase(Locale.ROOT), "ALL_PROXY", "all_proxy")) {
            String value = machine.environment().get(name);
            if (value != null && !value.isBlank()) {
                boolean direct = NoProxy.of(machine).covers(host, port);
                return direct ? null : fromUrl(value.strip(), name);
            }
        }
        return null;
    }

    private static @Nullable Route fromUrl(String value, String origin) {
        try {
            URI proxy = URI.create(value.contains("://") ? value : "http://" + value);
            if (proxy.getHost() == null) {
                return null;
            }
            int standard = "https".equals(proxy.getScheme()) ? 443 : 80;
            int port = proxy.getPort() > 0 ? proxy.getPort() : standard;
            String login = proxy.getRawUserInfo();
            int colon = login == null ? -1 : login.indexOf(':');
            if (login == null || colon < 0) {
                return new Route(proxy.getHost(), port, null, null, origin);
            }
            return new Route(
                    proxy.getHost(),
                    port,
                    decoded(login.substring(0, colon)),
                    Secret.of(decoded(login.substring(colon + 1))),
                    origin);
        } catch (IllegalArgumentException notAUrl) {
            return null;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static int portOf(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,5}") ? Integer.parseInt(text) : otherwise;
    }

    /** A pattern of settings.xml or the JVM: {@code *} stands for anything. */
    private static boolean matches(String pattern, String host) {
        String strict = pattern.strip().toLowerCase(Locale.ROOT);
        if (strict.isEmpty()) {
            return false;
        }
        String bare = host.startsWith("[") ? host : host.contains(":") ? "[" + host + "]" : host;
        String regex = Pattern.quote(strict).replace("*", "\\E.*\\Q");
        return Pattern.matches(regex, host) || Pattern.matches(regex, bare);
    }
}
