package io.github.registrymaven.preflight;

import io.github.registrymaven.oci.OciErrors;
import io.github.registrymaven.reference.ImageReference;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a refusal, without the names in them: a repository may be called {@code quota-service} or {@code firewall}. */
final class Said {
    /** An ARN, or a path; what is left are words. */
    private static final Pattern NAMES = Pattern.compile("arn:\\S+|[\\w.:-]*/\\S+");

    private static final Pattern FULL = Pattern.compile(
            "(?<![\\w.-])(quotas?(_?exceeded)?|storage limit|insufficient storage)(?![\\w-])|storage resource");
    private static final Pattern FIREWALL =
            Pattern.compile("client with ip|not allowed access|(?<![\\w.-])firewall(?![\\w-])");
    private static final Pattern EXPIRED = Pattern.compile("(?<![\\w.-])expired(?![\\w-])|expiredtoken");

    private final String words;

    Said(OciErrors errors, ImageReference image) {
        String all = errors.entries().toString().toLowerCase(Locale.ROOT);
        String path = image.repository();
        this.words =
                NAMES.matcher(path.contains("/") ? all.replace(path, " ") : all).replaceAll(" ");
    }

    boolean thatItIsFull() {
        return FULL.matcher(words).find();
    }

    boolean thatAFirewallRefuses() {
        return FIREWALL.matcher(words).find();
    }

    boolean thatSomethingExpired() {
        return EXPIRED.matcher(words).find();
    }
}
