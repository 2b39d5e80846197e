package io.github.registrymaven.policy.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A filter of {@code acr purge}: an expression for the whole repository, a colon, and one that is looked for anywhere in a tag.
 *
 * @see <a href="https://github.com/Azure/acr-cli/blob/main/cmd/repository/image_functions.go">acr-cli</a>
 */
record PurgeFilter(TagRegex repository, TagRegex tag) {
    static PurgeFilter parse(String written, String place) throws InvalidDocument {
        List<String> parts = split(written);
        if (parts.size() != 2 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
            throw new InvalidDocument(
                    place, "has --filter " + Shown.quoted(written) + "; it takes 'repository:tag-expression'");
        }
        try {
            return new PurgeFilter(TagRegex.compile("^" + parts.get(0) + "$"), TagRegex.compile(parts.get(1)));
        } catch (PatternSyntaxException broken) {
            throw new InvalidDocument(
                    place,
                    "has --filter " + Shown.quoted(written) + ", which is no regular expression: "
                            + broken.getDescription() + " near character " + (Math.max(0, broken.getIndex()) + 1));
        }
    }

    /** A colon within a group's head, as in {@code (?:a|b)}, or within brackets does not part. */
    private static List<String> split(String written) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        boolean brackets = false;
        for (int at = 0; at < written.length(); at++) {
            char one = written.charAt(at);
            if (one == '\\') {
                at++;
            } else if (brackets) {
                brackets = one != ']';
            } else if (one == '[') {
                brackets = true;
            } else if (one == ':' && !opensGroup(written, at)) {
                parts.add(written.substring(begin, at));
                begin = at + 1;
            }
        }
        parts.add(written.substring(begin));
        return parts;
    }

    private static boolean opensGroup(String written, int colon) {
        int at = colon - 1;
        while (at >= 0 && "imsU-".indexOf(written.charAt(at)) >= 0) {
            at--;
        }
        return at >= 1 && written.charAt(at) == '?' && written.charAt(at - 1) == '(';
    }

    /** Whether it is about this repository; empty where that cannot be said, as for one whose name is not known. */
    Optional<Boolean> isFor(@Nullable String name) {
        if (name != null) {
            return repository.findsIn(name);
        }
        return repository.written().equals("^.*$") || repository.written().equals("^.+$")
                ? Optional.of(true)
                : Optional.empty();
    }
}
