package io.github.registrymaven.reference;

import io.github.registrymaven.reference.ReferenceParser.Misfit;

/** {@code domain[:port]}: names and IPv4 addresses of letters, digits, dots and dashes, or IPv6 in brackets. */
final class HostGrammar {
    private HostGrammar() {}

    /** The host stands at the beginning of the text. */
    static void check(String text, String host) throws Misfit {
        int end = host.startsWith("[") ? checkIpv6(host) : checkName(text, host);
        if (end < host.length()) {
            checkPort(host, end);
        }
    }

    private static int checkIpv6(String host) throws Misfit {
        int close = host.indexOf(']');
        if (close < 0) {
            throw new Misfit(host.length(), "the bracket of the IPv6 address is not closed", "]", null);
        }
        for (int i = 1; i < close; i++) {
            if (Character.digit(host.charAt(i), 16) < 0 && host.charAt(i) != ':') {
                throw new Misfit(
                        i, "an IPv6 address holds no '" + host.charAt(i) + "'", "hexadecimal digits and :", null);
            }
        }
        if (close == 1) {
            throw new Misfit(1, "the IPv6 address is empty", "hexadecimal digits and :", null);
        }
        if (close + 1 < host.length() && host.charAt(close + 1) != ':') {
            throw new Misfit(close + 1, "something follows the IPv6 address", ":PORT or /", null);
        }
        return close + 1;
    }

    /** Returns where the name ends. */
    private static int checkName(String text, String host) throws Misfit {
        int colon = host.indexOf(':');
        int end = colon < 0 ? host.length() : colon;
        for (int i = 0; i < end; i++) {
            char each = host.charAt(i);
            boolean edge = i == 0 || i == end - 1 || host.charAt(i - 1) == '.' || host.charAt(i + 1) == '.';
            if (isAlphanumeric(each)
                    || (each == '-' && !edge)
                    || (each == '.' && i > 0 && i < end - 1 && host.charAt(i - 1) != '.')) {
                continue;
            }
            throw new Misfit(
                    i,
                    "the host holds '" + each + "' where none may be",
                    "letters and digits, with single dots and dashes between them",
                    each == '_' ? null : text.replaceFirst("\\.{2,}", "."));
        }
        if (end == 0) {
            throw new Misfit(0, "the host is empty", "a host before the port", null);
        }
        return end;
    }

    private static void checkPort(String host, int colon) throws Misfit {
        String port = host.substring(colon + 1);
        for (int i = 0; i < port.length(); i++) {
            if (port.charAt(i) < '0' || port.charAt(i) > '9') {
                throw new Misfit(colon + 1 + i, "a port holds digits only", "a port, 1 to 65535", null);
            }
        }
        if (port.isEmpty() || port.length() > 5 || Integer.parseInt(port) > 65_535 || Integer.parseInt(port) == 0) {
            throw new Misfit(colon + 1, "there is no such port", "a port, 1 to 65535", null);
        }
    }

    private static boolean isAlphanumeric(char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9');
    }
}
