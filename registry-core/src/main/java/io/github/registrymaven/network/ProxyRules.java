package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.machine.Machine;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy a request goes through: settings.xml first, then the JVM's properties, then the environment. The first that
 * names a proxy for the protocol decides, also that a host is exempt. Nothing global is read at request time or changed.
 */
final class ProxyRules {
    /** What the JDK adds to {@code http.nonProxyHosts} unless that is empty ({@code sun.net.spi.DefaultProxySelector}). */
    private static final String NEVER = "localhost|127.*|[::1]|0.0.0.0|[::0]";

    /**
     * What is on the machine's own link is reached from there alone, such as a cloud's metadata service: a proxy's answer would be
     * about the proxy's machine (RFC 3927, section 2.7).
     */
    private static final Pattern LINK_LOCAL = Pattern.compile("169\\.254\\.\\d{1,3}\\.\\d{1,3}|\\[fe80:.*]");

    private final List<ProxyServer> settings;
    private final Machine machine;
    private final ProxyEnvironment environment;
    private final boolean asJib;

    ProxyRules(NetworkOptions options) {
        this(options.proxies(), options.machine(), options.asJib());
    }

    ProxyRules(List<ProxyServer> settings, Machine machine, boolean asJib) {
        this.settings = List.copyOf(settings);
        this.machine = machine;
        this.environment = new ProxyEnvironment(machine);
        this.asJib = asJib;
    }

    /** Null where the request goes straight to its host. */
    @Nullable
    Route routeTo(URI uri) {
        String protocol = uri.getScheme();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (asJib) {
            return jibsRoute(protocol, host);
        }
        if (LINK_LOCAL.matcher(host).matches()) {
            return null;
        }
        List<ProxyServer> named = settingsFor(protocol);
        if (!named.isEmpty()) {
            return named.stream()
                    .filter(proxy -> proxy.nonProxyHosts().stream().noneMatch(pattern -> matches(pattern, host)))
                    .findFirst()
                    .map(proxy -> fromSettings(proxy, protocol))
                    .orElse(null);
        }
        String name = machine.properties().getOrDefault(protocol + ".proxyHost", "");
        if (!name.isBlank()) {
            return fromJvm(name, protocol, host, machine.properties().get("http.nonProxyHosts"));
        }
        Route route = environment.routeTo(protocol, host, Way.portOf(uri));
        return route == null
                ? null
                : route.doubting("a JVM does not read " + route.origin() + ", nor need docker's daemon");
    }

    /**
     * Jib's plugin hands settings.xml's first proxy of the very protocol to the JVM, unless that has one, and leaves the rest to
     * the JVM ({@code MavenSettingsProxyProvider}).
     */
    private @Nullable Route jibsRoute(String protocol, String host) {
        boolean ofTheJvm = Stream.of("Host", "Port", "User", "Password")
                .anyMatch(part -> machine.properties().containsKey(protocol + ".proxy" + part));
        String exempt = machine.properties().get("http.nonProxyHosts");
        if (ofTheJvm) {
            String name = machine.properties().getOrDefault(protocol + ".proxyHost", "");
            return name.isBlank() ? null : fromJvm(name, protocol, host, exempt);
        }
        ProxyServer first = settings.stream()
                .filter(proxy -> proxy.protocol().equals(protocol))
                .findFirst()
                .orElse(null);
        if (first == null) {
            return null;
        }
        String hosts = first.nonProxyHosts().isEmpty() ? exempt : String.join("|", first.nonProxyHosts());
        return isExempt(hosts, host) ? null : fromSettings(first, protocol);
    }

    private static Route fromSettings(ProxyServer proxy, String protocol) {
        Route route = new Route(proxy.host(), proxy.port(), proxy.username(), proxy.password(), "settings.xml");
        return proxy.protocol().equalsIgnoreCase(protocol)
                ? route
                : route.doubting("settings.xml names that proxy for http, and not every tool takes it for https");
    }

    /** As Maven's resolver: a proxy of that protocol, and for https one of http where there is no other. */
    private List<ProxyServer> settingsFor(String protocol) {
        List<ProxyServer> exact = settings.stream()
                .filter(proxy -> proxy.protocol().equalsIgnoreCase(protocol))
                .toList();
        boolean borrows = exact.isEmpty() && protocol.equals("https");
        return borrows
                ? settings.stream()
                        .filter(proxy -> proxy.protocol().equalsIgnoreCase("http"))
                        .toList()
                : exact;
    }

    /** The JDK reads {@code http.nonProxyHosts} for both protocols. */
    private static boolean isExempt(@Nullable String exempt, String host) {
        String all = exempt == null ? NEVER : exempt.isEmpty() ? "" : exempt + "|" + NEVER;
        return Stream.of(all.split("\\|", -1)).anyMatch(pattern -> matches(pattern, host));
    }

    private @Nullable Route fromJvm(String name, String protocol, String host, @Nullable String exempt) {
        if (isExempt(exempt, host)) {
            return null;
        }
        String user = machine.properties().get(protocol + ".proxyUser");
        String password = machine.properties().get(protocol + ".proxyPassword");
        return new Route(
                name,
                number(machine.properties().get(protocol + ".proxyPort"), protocol.equals("https") ? 443 : 80),
                user,
                password == null ? null : Secret.of(password),
                "-D" + protocol + ".proxyHost");
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,5}") ? Integer.parseInt(text) : otherwise;
    }

    /** A pattern of settings.xml or the JVM: {@code *} stands for anything. */
    private static boolean matches(String pattern, String host) {
        String strict = pattern.strip().toLowerCase(Locale.ROOT);
        return !strict.isEmpty() && Pattern.matches(Pattern.quote(strict).replace("*", "\\E.*\\Q"), host);
    }
}
