package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState.Source;
import io.github.registrymaven.policy.Wildcard;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code banMovingTags}: nothing is pushed by a tag that names something else tomorrow. Needs the reference only.
 *
 * @param banned patterns of tags that are banned beside those of the level
 * @param allowed patterns of tags that are allowed in spite of all
 */
public record MovingTags(PolicyLevel level, List<String> banned, List<String> allowed) {
    /** The rule's name, as an element of a POM. */
    public static final String NAME = "banMovingTags";

    private static final List<String> MOVING = List.of("latest", "*-snapshot", "snapshot");
    private static final List<String> BRANCHES = List.of(
            "main",
            "master",
            "develop",
            "development",
            "trunk",
            "head",
            "dev",
            "test",
            "staging",
            "prod",
            "production",
            "stable",
            "edge",
            "nightly",
            "canary",
            "release");

    /** Three numbers, or a commit's abbreviated name or more of it. */
    private static final Pattern VERSION_OR_COMMIT = Pattern.compile(
            "(^|.*[^0-9])\\d+\\.\\d+(\\.\\d+)?([^0-9].*)?|(^|.*[^0-9a-f])(?=[0-9a-f]*\\d)[0-9a-f]{7,64}([^0-9a-f].*)?");

    public MovingTags {
        banned = List.copyOf(banned);
        allowed = List.copyOf(allowed);
    }

    /**
     * Judges one reference.
     *
     * @param foundIn where it was named, such as {@code jib-maven-plugin}
     */
    public Judgement judge(String written, String foundIn) {
        if (written.contains("${")) {
            return judgement(written, foundIn, Outcome.UNKNOWN, "has a variable that is not known here", null);
        }
        if (!(ImageReference.parse(written) instanceof ParsedReference.Valid valid)) {
            return judgement(written, foundIn, Outcome.UNKNOWN, "is not an image reference", null);
        }
        ImageReference image = valid.reference();
        String tag = image.tag();
        if (tag == null || image.digest() != null) {
            return judgement(written, foundIn, Outcome.PASS, "is named by its digest", null);
        }
        if (matches(allowed, tag)) {
            return judgement(written, foundIn, Outcome.PASS, "has the tag " + tag + ", which is allowed to move", null);
        }
        String reason = moving(tag);
        return reason == null
                ? judgement(written, foundIn, Outcome.PASS, "has the tag " + tag, null)
                : judgement(
                        written,
                        foundIn,
                        Outcome.FAIL,
                        (image.tagImplied()
                                        ? "names no tag, and so means latest, which "
                                        : "has the tag " + tag + ", which ")
                                + reason,
                        "a tag of its own for each build");
    }

    /** Whether a tag is one that a push takes along from the image that had it: {@code latest}, a snapshot's, a branch's. */
    static boolean moves(String tag) {
        return matches(MOVING, tag) || matches(BRANCHES, tag);
    }

    private @Nullable String moving(String tag) {
        if (matches(banned, tag)) {
            return "is banned here";
        }
        if (matches(MOVING, tag)) {
            return "moves with every build";
        }
        if (level.isAtLeast(PolicyLevel.GOOD) && matches(BRANCHES, tag)) {
            return "names a branch or a stage, and so moves";
        }
        return level == PolicyLevel.STRICT && !VERSION_OR_COMMIT.matcher(tag).matches()
                ? "has neither a version nor a commit in it"
                : null;
    }

    /** In any case of letters, as nobody means another branch by MAIN. */
    private static boolean matches(List<String> patterns, String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        for (String pattern : patterns) {
            if (Wildcard.matches(pattern, tag) || Wildcard.matches(pattern.toLowerCase(Locale.ROOT), lower)) {
                return true;
            }
        }
        return false;
    }

    private Judgement judgement(String written, String foundIn, Outcome outcome, String fact, @Nullable String wanted) {
        List<Remedy> remedies = wanted == null ? List.of() : List.of(remedy(written));
        return new Judgement(NAME, written, foundIn, Source.DECLARED, outcome, level, fact, wanted, remedies);
    }

    /** The version of a snapshot is what was there. */
    private static Remedy remedy(String written) {
        boolean snapshot = written.toLowerCase(Locale.ROOT).endsWith("snapshot");
        return snapshot
                ? new Remedy(
                        "Name it by the commit, as the version of a snapshot stays the same",
                        List.of("mvn deploy -Dimage.tag=$(git rev-parse --short=12 HEAD)"),
                        List.of(new Remedy.File("pom.xml", name(written) + ":${image.tag}\n")))
                : new Remedy(
                        "Name it by the version, or by the commit",
                        List.of(),
                        List.of(new Remedy.File("pom.xml", name(written) + ":${project.version}\n")));
    }

    private static String name(String written) {
        int tag = written.indexOf(':', written.lastIndexOf('/') + 1);
        return tag < 0 ? written : written.substring(0, tag);
    }
}
