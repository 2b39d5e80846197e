package io.github.registrymaven.blueprint;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the tags of a repository can be fixed without breaking the build that pushes them: all but those that are made to move. A
 * repository whose moving tags are more than Amazon ECR takes exceptions is left to move.
 *
 * @param mode as ECR names it
 * @param except filters of the tags that may move
 */
public record TagFixing(String mode, List<String> except) {
    private static final int MOST_FILTERS = 5;
    /** Named after what is newest, a branch, or a stage that images are brought to one after the other. */
    private static final Set<String> MOVING = Set.of(
            "latest",
            "current",
            "next",
            "main",
            "master",
            "trunk",
            "develop",
            "development",
            "dev",
            "edge",
            "nightly",
            "canary",
            "alpha",
            "beta",
            "rc",
            "preview",
            "stable",
            "unstable",
            "lts",
            "snapshot",
            "release",
            "test",
            "testing",
            "qa",
            "uat",
            "int",
            "integration",
            "stage",
            "staging",
            "preprod",
            "prod",
            "production",
            "live");

    public TagFixing {
        except = List.copyOf(except);
    }

    /** By the tags that a build pushes to it, as far as they are known. */
    public static TagFixing of(Collection<String> tags) {
        Set<String> filters = new TreeSet<>();
        for (String tag : tags) {
            if (tag.toUpperCase(Locale.ROOT).endsWith("-SNAPSHOT")) {
                filters.add("*" + tag.substring(tag.length() - "-SNAPSHOT".length()));
            } else if (MOVING.contains(tag.toLowerCase(Locale.ROOT)) || isBeginningOfAnother(tag, tags)) {
                filters.add(tag);
            }
        }
        return filters.isEmpty()
                ? new TagFixing("IMMUTABLE", List.of())
                : filters.size() > MOST_FILTERS
                        ? new TagFixing("MUTABLE", List.of())
                        : new TagFixing("IMMUTABLE_WITH_EXCLUSION", List.copyOf(filters));
    }

    /** Whoever pushes {@code 1.2} beside {@code 1.2.3} means to move it with the next. */
    private static boolean isBeginningOfAnother(String tag, Collection<String> tags) {
        return tags.stream().anyMatch(other -> other.startsWith(tag + "."));
    }

    /** Whether anything is fixed by it. */
    public boolean fixesAnything() {
        return !mode.equals("MUTABLE");
    }

    /** The exceptions in the short form of the AWS CLI. */
    String[] shorthand() {
        return except.stream()
                .map(filter -> "filterType=WILDCARD,filter=" + filter)
                .toArray(String[]::new);
    }
}
