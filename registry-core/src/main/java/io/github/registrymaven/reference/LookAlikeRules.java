package io.github.registrymaven.reference;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hosts that look like a known registry's and are none: a website, a neighbour, a name with a digit missing. */
final class LookAlikeRules {
    private static final Map<String, String> WEBSITES =
            Map.of("hub.docker.com", "docker.io", "github.com", "ghcr.io", "gitlab.com", "registry.gitlab.com");

    private static final Pattern LEADING_DIGITS = Pattern.compile("(\\d+)(\\..+)");
    private static final Pattern OTHER_FORMAT =
            Pattern.compile("([a-z0-9-]+)-(?:apt|generic|go|googet|kfp|maven|npm|python|yum)(\\.pkg\\.dev)");
    private static final Pattern PRIVATE_LINK =
            Pattern.compile("([a-z0-9]+)(?:\\.[a-z0-9]+\\.data)?\\.privatelink(\\.azurecr\\.(?:io|cn|us))");
    private static final Pattern ACR_SUFFIX = Pattern.compile("[^.]+\\.azurecr\\.(?:io|cn|us)");
    private static final int ACCOUNT_DIGITS = 12;

    private LookAlikeRules() {}

    static List<NamingRemark> check(ImageReference image) {
        String host = Hosts.name(image.host());
        Matcher account = LEADING_DIGITS.matcher(host);
        if (account.matches() && EcrHosts.serves("0".repeat(ACCOUNT_DIGITS) + account.group(2))) {
            return List.of(wrongAccount(image, account.group(1)));
        }
        String website = WEBSITES.get(host);
        if (website != null) {
            return List.of(instead(image, host + " is a website, and the registry is " + website, website));
        }
        if (host.equals("docker.pkg.dev")) {
            return List.of(NamingRemark.warn(
                    image,
                    0,
                    "the location is missing: Artifact Registry has LOCATION-docker.pkg.dev",
                    "a host such as europe-docker.pkg.dev",
                    null));
        }
        Matcher otherFormat = OTHER_FORMAT.matcher(host);
        if (otherFormat.matches()) {
            String docker = otherFormat.group(1) + "-docker" + otherFormat.group(2);
            return List.of(instead(image, host + " takes other packages than images", docker));
        }
        Matcher privateLink = PRIVATE_LINK.matcher(host);
        if (privateLink.matches()) {
            String loginServer = privateLink.group(1) + privateLink.group(2);
            return List.of(instead(image, "a private link's name is no login server", loginServer));
        }
        return ACR_SUFFIX.matcher(host).matches()
                ? List.of(NamingRemark.warn(
                        image,
                        0,
                        "no login server of Azure has such a name",
                        "letters and digits, then at most one '-' before the hash",
                        null))
                : List.of();
    }

    private static NamingRemark wrongAccount(ImageReference image, String digits) {
        return NamingRemark.warn(
                image,
                Math.min(digits.length(), ACCOUNT_DIGITS),
                "an AWS account has " + ACCOUNT_DIGITS + " digits, and " + digits + " has " + digits.length(),
                "the account's " + ACCOUNT_DIGITS + " digits, zeros at the front included",
                padded(image, digits));
    }

    /** An account that was taken for a number has lost its zeros. */
    private static @Nullable String padded(ImageReference image, String digits) {
        int lost = ACCOUNT_DIGITS - digits.length();
        return lost < 1 || lost > 3 ? null : WrittenPath.of(image).on("0".repeat(lost) + image.host());
    }

    /** None of these is documented as refusing pushes, so it warns. */
    private static NamingRemark instead(ImageReference image, String message, String host) {
        return NamingRemark.warn(image, 0, message, host, WrittenPath.of(image).on(host));
    }
}
