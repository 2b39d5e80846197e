package io.github.registrymaven.policy.lifecycle;

import io.github.registrymaven.policy.Wildcard;
import java.util.List;
import java.util.StringJoiner;

/**
 * The tag list of a rule: each entry must be matched by some tag of the image, not by the same one.
 *
 * @param prefixes whether the entries are prefixes, not patterns
 */
record EcrTags(List<String> entries, boolean prefixes) {
    private static final String TAG_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    private static final int LONGEST_TAG = 128;

    EcrTags {
        entries = List.copyOf(entries);
    }

    boolean select(List<String> tags) {
        for (String entry : entries) {
            if (tags.stream().noneMatch(tag -> matches(entry, tag))) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(String entry, String tag) {
        return prefixes ? tag.startsWith(entry) : Wildcard.matches(entry, tag);
    }

    /** Whether every image that the other list selects is selected by this one, too. */
    boolean covers(EcrTags other) {
        List<String> others = other.patterns();
        return patterns().stream().allMatch(mine -> others.stream().anyMatch(theirs -> Wildcard.covers(mine, theirs)));
    }

    /** Whether every image with a tag is selected. */
    boolean selectsAll() {
        return patterns().stream().allMatch(pattern -> Wildcard.covers(pattern, "*"));
    }

    /** Whether no tag can match some entry. */
    boolean isHopeless() {
        for (String entry : entries) {
            if (isHopeless(entry)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHopeless(String entry) {
        String literal = prefixes ? entry : entry.replace("*", "");
        boolean opens = prefixes || !entry.startsWith("*");
        return literal.length() > LONGEST_TAG
                || literal.chars().anyMatch(c -> TAG_CHARACTERS.indexOf(c) < 0)
                || (opens && (entry.startsWith(".") || entry.startsWith("-")));
    }

    /** Whether no single tag can match all entries, so that an image needs two. */
    boolean needsSeveralTags() {
        List<String> patterns = patterns();
        for (String one : patterns) {
            for (String other : patterns) {
                if (!Wildcard.meet(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<String> patterns() {
        return prefixes ? entries.stream().map(prefix -> prefix + "*").toList() : entries;
    }

    /** For people: {@code prod* and rc*}. */
    String shown() {
        StringJoiner shown = new StringJoiner(" and ");
        for (String pattern : patterns()) {
            shown.add(Shown.text(pattern));
        }
        return shown.toString();
    }
}
