package io.github.registrymaven.aws;

import io.github.registrymaven.policy.TagMutability;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.ImageTagMutabilityExclusionFilter;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.RepositoryCreationTemplate;

/**
 * Whether a repository lets a tag move. Tags that a filter matches are the exception to the mode.
 *
 * @param mode AWS's own name of it
 * @param filters the exception's patterns, in which {@code *} stands for anything
 */
record TagRule(String mode, List<String> filters) {
    static TagRule of(Repository repository) {
        return of(repository.imageTagMutabilityAsString(), repository.imageTagMutabilityExclusionFilters());
    }

    /** What a repository will be that is made by a template. */
    static TagRule of(RepositoryCreationTemplate template) {
        return of(template.imageTagMutabilityAsString(), template.imageTagMutabilityExclusionFilters());
    }

    private static TagRule of(@Nullable String mode, List<ImageTagMutabilityExclusionFilter> filters) {
        return new TagRule(
                mode == null ? "MUTABLE" : mode,
                filters.stream().map(ImageTagMutabilityExclusionFilter::filter).toList());
    }

    /** Null where the mode is none that is known here. */
    @Nullable
    TagMutability mutability() {
        return switch (mode) {
            case "MUTABLE", "IMMUTABLE" -> new TagMutability(mode.equals("IMMUTABLE"), List.of(), mode);
            case "IMMUTABLE_WITH_EXCLUSION", "MUTABLE_WITH_EXCLUSION" ->
                new TagMutability(mode.startsWith("IMMUTABLE"), filters, mode);
            default -> null;
        };
    }

    /** Null where the mode is none that is known here. */
    @Nullable
    Boolean holds(String tag) {
        TagMutability known = mutability();
        return known == null ? null : known.holds(tag);
    }

    /** The rule in words, for evidence. */
    String words() {
        return "the repository is " + mode + (filters.isEmpty() ? "" : " except for " + String.join(", ", filters));
    }
}
