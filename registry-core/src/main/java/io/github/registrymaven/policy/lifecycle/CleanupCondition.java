package io.github.registrymaven.policy.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A condition of a cleanup policy: whatever of it is set must hold; of a list of prefixes, one. */
record CleanupCondition(
        TagState tagState,
        List<String> tagPrefixes,
        List<String> versionPrefixes,
        List<String> packagePrefixes,
        @Nullable Duration olderThan,
        @Nullable Duration newerThan) {
    /** Whether a version must have a tag. */
    enum TagState {
        TAGGED,
        UNTAGGED,
        ANY
    }

    CleanupCondition {
        tagPrefixes = List.copyOf(tagPrefixes);
        versionPrefixes = List.copyOf(versionPrefixes);
        packagePrefixes = List.copyOf(packagePrefixes);
    }

    boolean matches(InventoryImage image, Instant now) {
        return selects(image) && holdsAt(Duration.between(image.pushedAt(), now));
    }

    private boolean selects(InventoryImage image) {
        return selects(image.packageName(), image.tags()) && startsWithOne(image.digest(), versionPrefixes);
    }

    /** Whether it holds for an image of that package with those tags, apart from age and digest. */
    boolean selects(@Nullable String packageName, List<String> tags) {
        boolean tagged = switch (tagState) {
            case ANY -> true;
            case TAGGED -> !tags.isEmpty();
            case UNTAGGED -> tags.isEmpty();
        };
        return tagged
                && (tagPrefixes.isEmpty() || tags.stream().anyMatch(tag -> startsWithOne(tag, tagPrefixes)))
                && (packageName == null ? packagePrefixes.isEmpty() : startsWithOne(packageName, packagePrefixes));
    }

    /** Whether its ages hold for an image this old. */
    boolean holdsAt(Duration age) {
        return (olderThan == null || age.compareTo(olderThan) > 0)
                && (newerThan == null || age.compareTo(newerThan) < 0);
    }

    /** The ages at which it begins or ceases to hold. */
    List<Duration> ages() {
        return Stream.of(olderThan, newerThan).filter(Objects::nonNull).toList();
    }

    /** Whether it holds for every version for which the other one does. */
    boolean covers(CleanupCondition other) {
        return (tagState == TagState.ANY || tagState == other.tagState || impliesTag(other))
                && coverPrefixes(tagPrefixes, other.tagPrefixes)
                && coverPrefixes(versionPrefixes, other.versionPrefixes)
                && coverPrefixes(packagePrefixes, other.packagePrefixes)
                && (olderThan == null || (other.olderThan != null && other.olderThan.compareTo(olderThan) >= 0))
                && (newerThan == null || (other.newerThan != null && other.newerThan.compareTo(newerThan) <= 0));
    }

    private boolean impliesTag(CleanupCondition other) {
        return tagState == TagState.TAGGED && !other.tagPrefixes.isEmpty();
    }

    private static boolean coverPrefixes(List<String> mine, List<String> theirs) {
        return mine.isEmpty() || (!theirs.isEmpty() && theirs.stream().allMatch(each -> startsWithOne(each, mine)));
    }

    static boolean startsWithOne(String text, List<String> prefixes) {
        return prefixes.isEmpty() || prefixes.stream().anyMatch(text::startsWith);
    }

    /** Why it can hold for no image, to be read after the policy's name; null where it can. */
    @Nullable
    String hopeless() {
        if (tagState == TagState.UNTAGGED && !tagPrefixes.isEmpty()) {
            return "matches nothing: it asks for untagged versions, and for a prefix of their tags";
        }
        if (olderThan != null && newerThan != null && olderThan.compareTo(newerThan) >= 0) {
            return "matches nothing: no version is older than " + Durations.shown(olderThan) + " and newer than "
                    + Durations.shown(newerThan);
        }
        String digest = "sha256:";
        if (!versionPrefixes.isEmpty()
                && versionPrefixes.stream()
                        .noneMatch(prefix -> prefix.startsWith(digest) || digest.startsWith(prefix))) {
            return "matches no image: an image's version is its digest, which begins with sha256:, not its tag; "
                    + "use tagPrefixes";
        }
        return null;
    }
}
