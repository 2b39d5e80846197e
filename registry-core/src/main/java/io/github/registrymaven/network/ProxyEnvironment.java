package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.machine.Machine;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The proxy of {@code HTTPS_PROXY}, {@code HTTP_PROXY} or {@code ALL_PROXY}, in upper or lower case, as curl reads them. */
final class ProxyEnvironment {
    private final Machine machine;

    ProxyEnvironment(Machine machine) {
        this.machine = machine;
    }

    /** Null where none is set, or {@code NO_PROXY} exempts the host. */
    @Nullable
    Route routeTo(String protocol, String host, int port) {
        String name = protocol + "_proxy";
        for (String variable : List.of(name.toUpperCase(Locale.ROOT), name, "ALL_PROXY", "all_proxy")) {
            String value = machine.environment().getOrDefault(variable, "").strip();
            if (!value.isEmpty()) {
                return NoProxy.of(machine).covers(host, port) ? null : fromUrl(value, variable);
            }
        }
        return null;
    }

    /** The value may hold a password, so no message repeats it. */
    private static Route fromUrl(String value, String origin) {
        try {
            URI proxy = URI.create(value.contains("://") ? value : "http://" + value);
            if (proxy.getHost() == null) {
                return Route.unusable(origin, "its value is not the URL of a proxy");
            }
            if (!"http".equalsIgnoreCase(proxy.getScheme())) {
                return Route.unusable(
                        origin, "it is a proxy of the kind " + proxy.getScheme() + ", this client speaks to http ones");
            }
            int port = proxy.getPort() > 0 ? proxy.getPort() : 80;
            String login = proxy.getRawUserInfo();
            if (login == null || login.isEmpty()) {
                return new Route(proxy.getHost(), port, null, null, origin);
            }
            int colon = login.indexOf(':');
            String user = decoded(colon < 0 ? login : login.substring(0, colon));
            Secret password = colon < 0 ? null : Secret.of(decoded(login.substring(colon + 1)));
            return new Route(proxy.getHost(), port, user, password, origin);
        } catch (IllegalArgumentException notAUrl) {
            return Route.unusable(origin, "its value is not the URL of a proxy");
        }
    }

    /** The decoder is one for forms; a plus sign stands for itself here. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
