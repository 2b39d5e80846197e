package io.github.registrymaven.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What holds for a host whatever registry is behind it. */
final class HostRules {
    private static final int HIGHEST_PORT = 65535;

    private HostRules() {}

    static List<NamingRemark> check(ImageReference image) {
        List<NamingRemark> remarks = new ArrayList<>();
        String port = Hosts.port(image.host());
        if (!port.isEmpty() && !isPort(port)) {
            remarks.add(NamingRemark.fail(
                    image,
                    image.host().length() - port.length(),
                    "no host has a port " + port,
                    "a port from 1 to " + HIGHEST_PORT,
                    null));
        }
        if (isUpperCaseAlone(image.host())) {
            String lower = image.host().toLowerCase(Locale.ROOT);
            // Older clients refuse such a name, newer ones look for a host called so: either way hardly what was meant.
            remarks.add(NamingRemark.warn(
                    image,
                    0,
                    "upper case makes " + image.host() + " the registry's host",
                    lower + " where an owner on Docker Hub is meant",
                    plain(WrittenPath.of(image).on(lower))));
        }
        return remarks;
    }

    private static boolean isPort(String digits) {
        String significant = digits.replaceFirst("^0+", "");
        return !significant.isEmpty() && significant.length() <= 5 && Integer.parseInt(significant) <= HIGHEST_PORT;
    }

    private static boolean isUpperCaseAlone(String host) {
        return host.indexOf('.') < 0
                && host.indexOf(':') < 0
                && !host.equals(host.toLowerCase(Locale.ROOT))
                && !host.equalsIgnoreCase("localhost");
    }

    private static @Nullable String plain(String candidate) {
        return Grammar.read(candidate) instanceof Reading.Understood understood
                        && !NamingRules.refuses(understood.reference())
                ? candidate
                : null;
    }
}
