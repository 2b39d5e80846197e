package io.github.registrymaven.reference;

import java.util.List;

/**
 * The parts of a path that begins with a Google Cloud project.
 *
 * @param project {@code my-project}, or {@code example.com:my-project} for a domain-scoped one
 * @param below the parts after the project
 * @param projectParts how many parts the project takes, 1 or 2; 2 although the second one may be missing
 */
record GooglePath(String project, List<String> below, int projectParts) {
    static GooglePath of(List<String> parts) {
        // A project's identifier has no dot, so this is the domain of example.com:my-project, its colon written as '/'.
        boolean domainScoped = parts.get(0).indexOf('.') >= 0;
        if (!domainScoped) {
            return new GooglePath(parts.get(0), parts.subList(1, parts.size()), 1);
        }
        return parts.size() == 1
                ? new GooglePath(parts.get(0), List.of(), 2)
                : new GooglePath(parts.get(0) + ":" + parts.get(1), parts.subList(2, parts.size()), 2);
    }
}
