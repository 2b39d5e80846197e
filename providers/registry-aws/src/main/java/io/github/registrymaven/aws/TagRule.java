package io.github.registrymaven.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.ImageTagMutabilityExclusionFilter;
import software.amazon.awssdk.services.ecr.model.Repository;

/**
 * Whether a repository lets a tag move. Tags that a filter matches are the exception to the mode.
 *
 * @param mode AWS's own name of it
 * @param filters the exception's patterns, in which {@code *} stands for anything
 */
record TagRule(String mode, List<String> filters) {
    static TagRule of(Repository repository) {
        return new TagRule(
                repository.imageTagMutabilityAsString() == null ? "MUTABLE" : repository.imageTagMutabilityAsString(),
                repository.imageTagMutabilityExclusionFilters().stream()
                        .map(ImageTagMutabilityExclusionFilter::filter)
                        .toList());
    }

    /** Null where the mode is none that is known here. */
    @Nullable
    Boolean holds(String tag) {
        return switch (mode) {
            case "MUTABLE" -> false;
            case "IMMUTABLE" -> true;
            case "IMMUTABLE_WITH_EXCLUSION" -> !isExcepted(tag);
            case "MUTABLE_WITH_EXCLUSION" -> isExcepted(tag);
            default -> null;
        };
    }

    /** The rule in words, for evidence. */
    String words() {
        return "the repository is " + mode + (filters.isEmpty() ? "" : " except for " + String.join(", ", filters));
    }

    private boolean isExcepted(String tag) {
        return filters.stream().anyMatch(filter -> matches(filter, tag));
    }

    /** Goes back to the last {@code *} only, so it is quick whatever the pattern. */
    private static boolean matches(String pattern, String tag) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < tag.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && pattern.charAt(p) == tag.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
