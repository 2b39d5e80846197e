package io.github.registrymaven.network;

import io.github.registrymaven.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code NO_PROXY} as Go's tools read it: names with their subdomains, addresses, address ranges (CIDR), names and addresses
 * also with a port, or {@code *}. A leading dot leaves out the name itself. Loopback is never proxied.
 */
final class NoProxy {
    private final List<String> entries;

    private NoProxy(List<String> entries) {
        this.entries = List.copyOf(entries);
    }

    static NoProxy of(Machine machine) {
        List<String> entries = new ArrayList<>();
        for (String name : List.of("NO_PROXY", "no_proxy")) {
            for (String entry : machine.environment().getOrDefault(name, "").split("[,\\s]+", -1)) {
                if (!entry.isBlank()) {
                    entries.add(entry.toLowerCase(Locale.ROOT));
                }
            }
            if (!entries.isEmpty()) {
                break;
            }
        }
        return new NoProxy(entries);
    }

    boolean covers(String host, int port) {
        String name = bare(host);
        boolean loopback = name.equals("localhost")
                || name.equals("::1")
                || name.equals("0:0:0:0:0:0:0:1")
                || AddressRange.contains("127.0.0.0/8", name);
        return loopback || entries.stream().anyMatch(entry -> covers(entry, name, port));
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
        boolean onlyColon = entry.indexOf(':') == colon;
        if (colon > 0 && (onlyColon || entry.charAt(colon - 1) == ']')) {
            if (!entry.substring(colon + 1).equals(String.valueOf(port))) {
                return false;
            }
            name = entry.substring(0, colon);
        }
        name = bare(name.startsWith("*.") ? name.substring(1) : name);
        return name.startsWith(".") ? host.endsWith(name) : host.equals(name) || host.endsWith("." + name);
    }

    /** Without the brackets of an IPv6 address. */
    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
