package io.github.registrymaven.reference;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits a reference as distribution/reference does, and lets each part be checked for itself. */
final class ReferenceParser {
    private static final String DOCKER_HUB = "docker.io";
    private static final Pattern IDENTIFIER = Pattern.compile("[a-f0-9]{64}");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://");

    private final String text;

    private ReferenceParser(String text) {
        this.text = text;
    }

    static ParsedReference parse(String text) {
        try {
            return new ParsedReference.Valid(new ReferenceParser(text).read());
        } catch (Misfit misfit) {
            String candidate = misfit.candidate;
            String suggestion = candidate != null && !candidate.equals(text) && isValid(candidate) ? candidate : null;
            return new ParsedReference.Invalid(
                    new ReferenceProblem(text, misfit.position, misfit.problem, misfit.expected, suggestion));
        }
    }

    private static boolean isValid(String candidate) {
        try {
            new ReferenceParser(candidate).read();
            return true;
        } catch (Misfit misfit) {
            return false;
        }
    }

    private ImageReference read() throws Misfit {
        checkText();
        int at = text.indexOf('@');
        String named = at < 0 ? text : text.substring(0, at);
        String host = host(named);
        int start = host == null ? 0 : host.length() + 1;
        String rest = named.substring(start);
        int colon = rest.lastIndexOf(':');
        boolean tagged = colon > rest.lastIndexOf('/');
        String path = tagged ? rest.substring(0, colon) : rest;
        String tag = tagged ? rest.substring(colon + 1) : null;
        if (host != null) {
            HostGrammar.check(text, host);
        }
        PathGrammar.check(text, start, path);
        if (tag != null) {
            TagGrammar.checkTag(text, start + colon + 1, tag);
        }
        String digest = at < 0 ? null : text.substring(at + 1);
        if (digest != null) {
            TagGrammar.checkDigest(text, at + 1, digest);
        }
        return normalised(host, path, tag, digest);
    }

    private ImageReference normalised(@Nullable String host, String path, @Nullable String tag, @Nullable String digest)
            throws Misfit {
        String registry = host == null || host.equals("index.docker.io") ? DOCKER_HUB : host;
        String repository = registry.equals(DOCKER_HUB) && path.indexOf('/') < 0 ? "library/" + path : path;
        if (repository.length() > PathGrammar.MOST_CHARACTERS) {
            throw new Misfit(
                    host == null ? 0 : host.length() + 1,
                    "the path is " + repository.length() + " characters long",
                    "at most " + PathGrammar.MOST_CHARACTERS + " characters after the host",
                    null);
        }
        boolean implied = tag == null && digest == null;
        return new ImageReference(text, registry, repository, implied ? "latest" : tag, digest, implied, host == null);
    }

    /** The first component is a host if it could be no path: it has a dot, a colon or upper case, or is localhost. */
    private static @Nullable String host(String named) {
        int slash = named.indexOf('/');
        if (slash < 0) {
            return null;
        }
        String first = named.substring(0, slash);
        boolean isHost = first.contains(".")
                || first.contains(":")
                || first.equals("localhost")
                || !first.equals(first.toLowerCase(Locale.ROOT));
        return isHost ? first : null;
    }

    private void checkText() throws Misfit {
        if (text.isBlank()) {
            throw new Misfit(0, "it is empty", "REGISTRY/REPOSITORY:TAG", null);
        }
        checkProperties();
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.lookingAt()) {
            throw new Misfit(
                    0,
                    "it begins with " + scheme.group() + ", a reference has no scheme",
                    "the registry's host",
                    text.substring(scheme.end()));
        }
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each <= ' ' || each >= 127) {
                throw new Misfit(
                        i,
                        Character.isWhitespace(each)
                                ? "it holds a blank"
                                : "it holds a character that no name may hold",
                        "letters, digits and . _ - / : @",
                        text.strip());
            }
        }
        if (IDENTIFIER.matcher(text).matches()) {
            throw new Misfit(
                    0,
                    "64 hexadecimal digits are an image's id, not a name",
                    "a name, as REGISTRY/REPOSITORY:TAG",
                    null);
        }
    }

    private void checkProperties() throws Misfit {
        int start = text.indexOf("${");
        if (start >= 0) {
            int end = text.indexOf('}', start);
            String property = end < 0 ? text.substring(start) : text.substring(start, end + 1);
            throw new Misfit(
                    start,
                    "the property " + property + " has no value here",
                    "a property that the POM, a profile or -D defines",
                    null);
        }
    }

    /** A part that does not fit its grammar. Carried as an exception inside the parser only. */
    static final class Misfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final int position;
        private final String problem;
        private final String expected;
        private final @Nullable String candidate;

        /**
         * A misfit at a place.
         *
         * @param candidate what was probably meant; offered only if it parses
         */
        Misfit(int position, String problem, String expected, @Nullable String candidate) {
            super(problem, null, false, false);
            this.position = position;
            this.problem = problem;
            this.expected = expected;
            this.candidate = candidate;
        }
    }
}
