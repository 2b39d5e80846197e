package io.github.registrymaven.reference;

import org.jspecify.annotations.Nullable;

/** {@code host[:port]}: labels and dots, an IPv4 address, or an IPv6 address in brackets without a zone. */
final class HostGrammar {
    private static final String LABEL = "letters, digits and '-' between dots, such as registry.example.com";

    private HostGrammar() {}

    static Reading.@Nullable Fault fault(String host) {
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : nameEnd(host);
        if (host.startsWith("[")) {
            Reading.Fault fault = addressFault(host, end);
            return fault == null ? portFault(host, end) : fault;
        }
        Reading.Fault fault = labelsFault(host.substring(0, end));
        return fault == null ? portFault(host, end) : fault;
    }

    private static int nameEnd(String host) {
        int colon = host.indexOf(':');
        return colon < 0 ? host.length() : colon;
    }

    private static Reading.@Nullable Fault labelsFault(String name) {
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == '.') {
                if (i == start) {
                    return new Reading.Fault(
                            i, name.isEmpty() ? "the host is empty" : "a part of the host is empty", LABEL);
                }
                if (name.charAt(i - 1) == '-') {
                    return new Reading.Fault(i - 1, "a part of a host does not end with '-'", "a letter or a digit");
                }
                start = i + 1;
            } else if (!Ascii.isAlphanumeric(name.charAt(i)) && (name.charAt(i) != '-' || i == start)) {
                return new Reading.Fault(i, Shown.character(name, i) + " cannot stand there in a host", LABEL);
            }
        }
        return null;
    }

    private static Reading.@Nullable Fault addressFault(String host, int end) {
        if (end == 0) {
            return new Reading.Fault(host.length(), "the bracket of the IPv6 address is not closed", "']'");
        }
        for (int i = 1; i < end - 1; i++) {
            if (host.charAt(i) == '%') {
                return new Reading.Fault(i, "an IPv6 address with a zone is no host here", "']'");
            }
            if (!Ascii.isHex(host.charAt(i)) && host.charAt(i) != ':') {
                return new Reading.Fault(
                        i,
                        Shown.character(host, i) + " is not part of an IPv6 address",
                        "hexadecimal digits and ':', such as [::1]");
            }
        }
        return end == 2 ? new Reading.Fault(1, "the IPv6 address is empty", "an address such as ::1") : null;
    }

    private static Reading.@Nullable Fault portFault(String host, int colon) {
        if (colon == host.length()) {
            return null;
        }
        if (host.charAt(colon) != ':') {
            return new Reading.Fault(colon, "after the IPv6 address comes the port or the path", "':' or '/'");
        }
        if (colon + 1 == host.length()) {
            return new Reading.Fault(host.length(), "the port is missing", "a port such as 5000, or no ':'");
        }
        for (int i = colon + 1; i < host.length(); i++) {
            if (!Ascii.isDigit(host.charAt(i))) {
                return new Reading.Fault(
                        i,
                        Shown.character(host, i) + " is not part of a port",
                        "digits up to the '/', as what stands before the first '/' of a name is host:port");
            }
        }
        return null;
    }
}
