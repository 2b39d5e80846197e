package io.github.registrymaven.aws;

import io.github.registrymaven.policy.Wildcard;
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
        return filters.stream().anyMatch(filter -> Wildcard.matches(filter, tag));
    }
}
