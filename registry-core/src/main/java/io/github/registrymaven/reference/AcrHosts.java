package io.github.registrymaven.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hosts of Azure Container Registry: each registry's login server, and the endpoints where its layers lie. */
final class AcrHosts {
    /** One label below the suffix, so no data endpoint and no private link name. */
    private static final Pattern LOGIN_SERVER =
            Pattern.compile("(?<name>[a-z0-9]+)(?:-(?<hash>[a-z0-9]+))?\\.(?<suffix>azurecr\\.(?:io|cn|us))");

    private static final Pattern DATA_ENDPOINT =
            Pattern.compile("(?<registry>[a-z0-9-]+)\\.[a-z0-9]+\\.data\\.(?<suffix>azurecr\\.(?:io|cn|us))");

    private AcrHosts() {}

    static boolean serves(String host) {
        return LOGIN_SERVER.matcher(host).matches() || loginServerBehind(host) != null;
    }

    static RegistryAddress read(String host) {
        Matcher matcher = LOGIN_SERVER.matcher(host);
        return matcher.matches()
                ? new RegistryAddress.Acr(matcher.group("name"), matcher.group("hash"), matcher.group("suffix"))
                : new RegistryAddress.Other();
    }

    /** The login server that belongs to a data endpoint; null where the host is none. */
    static @Nullable String loginServerBehind(String host) {
        Matcher matcher = DATA_ENDPOINT.matcher(host);
        return matcher.matches() ? matcher.group("registry") + "." + matcher.group("suffix") : null;
    }
}
