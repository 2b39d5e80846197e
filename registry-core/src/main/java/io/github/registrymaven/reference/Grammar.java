package io.github.registrymaven.reference;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of <a href="https://pkg.go.dev/github.com/distribution/reference">distribution/reference</a>:
 * {@code [host[:port]/]path[:tag][@digest]}, with docker's rules for what is left out.
 */
final class Grammar {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-f0-9]{64}");
    private static final String DEFAULT_TAG = "latest";

    private Grammar() {}

    static Reading read(String text) {
        if (text.isEmpty()) {
            return new Reading.Fault(0, "it is empty", "a reference such as HOST/REPOSITORY:TAG");
        }
        if (IDENTIFIER.matcher(text).matches()) {
            // Docker refuses 64 hex digits as a name, since it could not tell them from an image's identifier.
            return new Reading.Fault(
                    0,
                    "64 hexadecimal digits are the identifier of a local image, not a name",
                    "a reference such as HOST/REPOSITORY:TAG, or REPOSITORY@sha256:DIGEST");
        }
        int at = text.indexOf('@');
        int nameEnd = at < 0 ? text.length() : at;
        int pathStart = hostLength(text, nameEnd) + 1;
        int colon = text.substring(0, nameEnd).indexOf(':', pathStart);
        int pathEnd = colon < 0 ? nameEnd : colon;
        String host = text.substring(0, Math.max(0, pathStart - 1));
        String path = text.substring(pathStart, pathEnd);
        String tag = colon < 0 ? null : text.substring(colon + 1, nameEnd);
        String digest = at < 0 ? null : text.substring(at + 1);

        Reading.Fault fault = pathStart == 0 ? null : HostGrammar.fault(host);
        if (fault == null) {
            fault = PathGrammar.fault(path, pathStart);
        }
        if (fault == null && tag != null) {
            fault = TagGrammar.fault(tag, colon + 1);
        }
        if (fault == null && digest != null) {
            fault = DigestGrammar.fault(digest, at + 1);
        }
        return fault == null ? normalised(text, host, path, tag, digest) : fault;
    }

    /** How long the host is, or -1 where the first part is none and the name therefore means Docker Hub. */
    private static int hostLength(String text, int nameEnd) {
        int slash = text.indexOf('/');
        return slash >= 0 && slash < nameEnd && isHost(text.substring(0, slash)) ? slash : -1;
    }

    /** Upper case makes a host, as no repository may have it: so do the newer releases of distribution/reference. */
    private static boolean isHost(String first) {
        return first.equals("localhost")
                || first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static Reading normalised(
            String text, String writtenHost, String path, @Nullable String tag, @Nullable String digest) {
        String host = DockerHub.folded(writtenHost);
        String repository = host.equals(DockerHub.HOST) && path.indexOf('/') < 0 ? DockerHub.LIBRARY + path : path;
        if (repository.length() > PathGrammar.LONGEST) {
            int pathStart = writtenHost.isEmpty() ? 0 : writtenHost.length() + 1;
            int implied = repository.length() - path.length();
            return PathGrammar.tooLong(pathStart + PathGrammar.LONGEST - implied);
        }
        boolean tagImplied = tag == null && digest == null;
        return new Reading.Understood(new ImageReference(
                text, host, repository, tagImplied ? DEFAULT_TAG : tag, digest, tagImplied, writtenHost.isEmpty()));
    }
}
