package io.github.registrymaven.network;

import io.github.registrymaven.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code NO_PROXY}: names with their subdomains, addresses, address ranges (CIDR), each with or without a port, or
 * {@code *}. Loopback is never proxied, as in Go's tools.
 */
final class NoProxy {
    private final List<String> entries;

    private NoProxy(List<String> entries) {
        this.entries = entries;
    }

    static NoProxy of(Machine machine) {
        List<String> entries = new ArrayList<>();
        for (String name : List.of("NO_PROXY", "no_proxy")) {
            for (String entry : machine.environment().getOrDefault(name, "").split("[,\\s]+", -1)) {
                if (!entry.isBlank()) {
                    entries.add(entry.toLowerCase(Locale.ROOT));
                }
            }
        }
        return new NoProxy(entries);
    }

    boolean covers(String host, int port) {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (name.equals("localhost") || name.startsWith("127.") || name.equals("::1")) {
            return true;
        }
        return entries.stream().anyMatch(entry -> covers(entry, name, port));
    }

    private static boolean covers(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            return AddressRange.contains(entry, host);
        }
        String name = entry;
        int colon = entry.lastIndexOf(':');
        if (colon > 0 && entry.indexOf(':') == colon) {
            if (!entry.substring(colon + 1).equals(String.valueOf(port))) {
                return false;
            }
            name = entry.substring(0, colon);
        }
        if (name.startsWith("*.")) {
            name = name.substring(1);
        }
        return name.startsWith(".") ? host.endsWith(name) : host.equals(name) || host.endsWith("." + name);
    }
}
