package io.github.registrymaven.testkit.aws;

import java.util.List;

/**
 * Whether a repository's tags may be moved.
 *
 * @param mode one of Amazon ECR's four
 * @param exclusions tags, in which {@code *} stands for anything, for which the opposite holds
 */
record Mutability(String mode, List<String> exclusions) {
    static final Mutability MUTABLE = new Mutability("MUTABLE", List.of());
    private static final List<String> MODES =
            List.of("IMMUTABLE", "MUTABLE", "MUTABLE_WITH_EXCLUSION", "IMMUTABLE_WITH_EXCLUSION");

    Mutability {
        exclusions = List.copyOf(exclusions);
    }

    boolean mayMove(String tag) {
        boolean excluded = exclusions.stream().anyMatch(filter -> Glob.matches(filter, tag));
        return mode.startsWith("MUTABLE") != excluded;
    }

    /** Refuses what Amazon ECR would not keep. */
    Mutability checked() throws AwsFailure {
        if (!MODES.contains(mode)) {
            throw AwsFailure.invalidParameter("imageTagMutability", "Member must satisfy enum value set: " + MODES);
        }
        if (mode.endsWith("_WITH_EXCLUSION") == exclusions.isEmpty()) {
            throw AwsFailure.invalidParameter(
                    "imageTagMutabilityExclusionFilters",
                    exclusions.isEmpty()
                            ? "ImageTagMutabilityExclusionFilters can't be null when imageTagMutability is set as "
                                    + mode
                            : "ImageTagMutabilityExclusionFilters must be null when imageTagMutability is set as "
                                    + mode);
        }
        for (String filter : exclusions) {
            if (!filter.matches("[0-9a-zA-Z._*-]{1,128}") || exclusions.size() > 5) {
                throw AwsFailure.invalidParameter("imageTagMutabilityExclusionFilters", "[0-9a-zA-Z._*-]{1,128}");
            }
        }
        return this;
    }
}
