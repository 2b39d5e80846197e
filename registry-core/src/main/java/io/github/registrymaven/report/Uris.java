package io.github.registrymaven.report;

import java.net.URI;
import java.net.URISyntaxException;

/** Paths as references of URIs. */
final class Uris {
    private Uris() {}

    /** A relative path with {@code /}; what a URI cannot hold is escaped. */
    static String ofPath(String path) {
        try {
            // With a leading ./ a colon in the first part is not taken for the end of a scheme.
            String written = new URI(null, null, "./" + path, null).toASCIIString();
            return written.substring(2);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("not a path: " + path, impossible);
        }
    }
}
