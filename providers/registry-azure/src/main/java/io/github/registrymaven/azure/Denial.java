package io.github.registrymaven.azure;

import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.oci.OciErrors;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a registry that refuses an upload means that the right to it is missing. The firewall, a quota and a page for people
 * are refusals, too, and others' to tell.
 */
final class Denial {
    /** Words, and not names in which they stand: a repository may well be called {@code quota-service}. */
    private static final Pattern OF_ANOTHER_KIND =
            Pattern.compile("client with ip|not allowed access|aka\\.ms/acr/firewall"
                    + "|(?<![\\w/.:@-])(firewall|quota|storage limit|expired)(?![\\w/@-]|[.:]\\w)");

    private Denial() {}

    static boolean is(HttpAnswer upload, String repository) {
        OciErrors errors = OciErrors.of(upload);
        return (upload.status() == 401 || upload.status() == 403)
                && !errors.html()
                && !OF_ANOTHER_KIND
                        .matcher(without(repository, errors.entries().toString().toLowerCase(Locale.ROOT)))
                        .find();
    }

    /** What is said, with the repository's own name taken out, as that may be such a word. */
    private static String without(String repository, String said) {
        return said.replaceAll("(?<![\\w-])" + Pattern.quote(repository) + "(?![\\w-])", "…");
    }
}
