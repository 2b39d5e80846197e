package io.github.registrymaven.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a passage says: failures, and names. */
record Reading(Passage passage, List<Failure> failures, List<Name> names) {
    /**
     * A sentence that tells of a failure.
     *
     * @param weight how many of its characters are the entry's own words
     */
    record Failure(Entry entry, Wording.Fit fit, int weight) {}

    /** A sentence that names something. */
    record Name(Mention mention, Wording.Fit fit) {}

    /** The values in the holes of a sentence, by name. */
    Map<String, String> values(Wording.Fit fit) {
        Map<String, String> values = new LinkedHashMap<>();
        fit.holes().forEach((name, place) -> {
            String value = Hole.trimmed(passage.shown(place[0], place[1]));
            // A value that is gone where the secrets of its line are was one.
            boolean isName = !name.equals("host") || isHost(value);
            if (isKnown(value)
                    && isName
                    && passage.lines(fit.start(), fit.end()).contains(value)) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** A token service may be asked for a registry by any word: {@code service=harbor-registry}. */
    private static boolean isHost(String value) {
        return value.indexOf('.') > 0 || value.indexOf(':') > 0 || value.equals("localhost");
    }

    /** CI systems blot out what they take for a secret, and people what they do not want to show. */
    private static boolean isKnown(String value) {
        return !value.isEmpty()
                && Character.isLetterOrDigit(value.charAt(0))
                && !value.contains("***")
                && !value.contains("...")
                && value.indexOf('<') < 0
                && value.indexOf('$') < 0;
    }

    /** The image that is spoken of at a place: named last before it, or, where none is, first behind it in its line. */
    @Nullable
    Name imageAt(int place) {
        Name nearest = null;
        for (Name name : names) {
            if (tellsImage(name) && (nearest == null || name.fit().start() <= place)) {
                nearest = name;
            }
        }
        return nearest;
    }

    /** Whether an image is pushed or pulled there; a single word is none that a tool would print. */
    boolean tellsImage(Name name) {
        int[] place = name.fit().holes().get("image");
        if (name.mention().operation() == null || place == null) {
            return false;
        }
        String image = passage.shown(place[0], place[1]);
        return image.indexOf('/') > 0 || image.indexOf(':') > 0 || image.indexOf('.') > 0;
    }
}
