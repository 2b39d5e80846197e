package io.github.registrymaven.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What stands in a hole only to be passed over: it is no name of anything. */
    private static final Set<String> PASSED_OVER =
            Set.of("time", "path", "size", "container", "version", "count", "failures", "errors");

    /** The values in the holes of a sentence, by name. */
    Map<String, String> values(Wording.Fit fit) {
        Map<String, String> values = new LinkedHashMap<>();
        fit.holes().forEach((name, place) -> {
            String value = Hole.trimmed(passage.shown(place[0], place[1]));
            // A value that is gone where the secrets of its line are was one.
            boolean isName = switch (name) {
                case "host" -> isHost(value);
                case "tag" -> !value.equals("sha256") && !value.equals("sha512"); // a digest stands where a tag could
                case "project" -> value.indexOf(':') == value.lastIndexOf(':'); // Maven's coordinates have more of them
                default -> true;
            };
            if (!PASSED_OVER.contains(name)
                    && isKnown(value)
                    && isName
                    && passage.lines(fit.start(), fit.end()).contains(value)) {
                values.put(name, name.equals("image") ? decoded(value) : value);
            }
        });
        int[] host = fit.holes().get("host");
        int[] repository = fit.holes().get("repository");
        boolean isOneName = host != null && repository != null && host[1] + 1 == repository[0];
        if (isOneName && !values.containsKey("host")) {
            values.remove("repository"); // team/App: what stands before the slash is no host, so this is but a part
        }
        return values;
    }

    /** An image in the address of a request to docker's API. */
    private static String decoded(String image) {
        return image.replace("%2F", "/").replace("%3A", ":");
    }

    /** Where it names an image or a host, what is written there, which may be blotted out; no secret. */
    List<String> written(Wording.Fit fit) {
        List<String> written = new ArrayList<>();
        for (String hole : List.of("image", "host")) {
            int[] place = fit.holes().get(hole);
            String value = place == null ? "" : Hole.trimmed(passage.shown(place[0], place[1]));
            if (!value.isEmpty() && passage.lines(fit.start(), fit.end()).contains(value)) {
                written.add(value);
            }
        }
        return written;
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

    /** The image that is spoken of at a place: named last before it, or, where none is, first behind it and before the next push. */
    @Nullable
    Name imageAt(int place) {
        Name nearest = null;
        int end = nextPush(place);
        for (Name name : names) {
            int start = name.fit().start();
            if (start < end && (nearest == null || start <= place) && tellsImage(name)) {
                nearest = name;
            }
        }
        return nearest;
    }

    /** What is named before a place, and behind it up to where another push begins. */
    List<Name> namesOf(int place) {
        int end = nextPush(place);
        return names.stream().filter(name -> name.fit().start() < end).toList();
    }

    /** What is heard there of what pushes, and of what runs the push. */
    Set<String> toolsOf(int place) {
        return namesOf(place).stream()
                .flatMap(name -> Stream.ofNullable(name.mention().from()))
                .collect(Collectors.toSet());
    }

    /** Where behind a place the next push begins, or the passage ends. */
    int nextPush(int place) {
        int next = passage.plain().length();
        for (Name name : names) {
            if (name.fit().start() > place && beginsPush(name)) {
                next = Math.min(next, name.fit().start());
            }
        }
        return next;
    }

    /** Whether a push begins there: whatever failed before was another matter. */
    boolean beginsPush(Name name) {
        String marks = name.mention().marks();
        return Mention.PUSH.equals(marks)
                || (Mention.COMMAND.equals(marks)
                        && tellsImage(name)
                        && passage.beginsCommand(name.fit().start()));
    }

    /** Whether tests have ended there, and none of them failed. */
    boolean tellsOfPassedTests(Name name) {
        return Stream.of("failures", "errors")
                .map(number -> name.fit().holes().get(number))
                .allMatch(place ->
                        place != null && passage.shown(place[0], place[1]).equals("0"));
    }

    /** Whether an image is pushed or pulled there; a single word is none that a tool would print. */
    boolean tellsImage(Name name) {
        int[] place = name.fit().holes().get("image");
        if (name.mention().operation() == null || place == null) {
            return false;
        }
        return isImage(place);
    }

    /** Whether it names no image, or one that is written like an image; {@code docker push failed} names none. */
    boolean isPlausible(Name name) {
        int[] place = name.fit().holes().get("image");
        return place == null || isImage(place);
    }

    private boolean isImage(int[] place) {
        String image = Hole.trimmed(passage.shown(place[0], place[1]));
        return image.indexOf('/') > 0 || image.indexOf(':') > 0 || image.indexOf('.') > 0;
    }
}
