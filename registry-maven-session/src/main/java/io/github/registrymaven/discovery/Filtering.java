package io.github.registrymaven.discovery;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Resource;

/**
 * What Maven makes of {@code @...@} in resources that it filters. Its other delimiters are those of Quarkus too, and Spring
 * Boot's parent switches them off, so they are left to Quarkus.
 *
 * @see <a href="https://maven.apache.org/plugins/maven-resources-plugin/examples/filter.html">Filtering</a>
 */
final class Filtering {
    private static final Pattern DELIMITED = Pattern.compile("@([A-Za-z0-9._-]+)@");

    private final Configured plugin;

    Filtering(Configured plugin) {
        this.plugin = plugin;
    }

    /** Whether a file right in a folder is filtered. */
    boolean concerns(Path folder, String name) {
        return plugin.project().getBuild().getResources().stream()
                .filter(Resource::isFiltering)
                .filter(resource -> folder.equals(new File(resource.getDirectory()).toPath()))
                .anyMatch(resource -> (resource.getIncludes().isEmpty() || anyMatches(resource.getIncludes(), name))
                        && !anyMatches(resource.getExcludes(), name));
    }

    /** What is not set yet stays, as an expression. */
    String filtered(String text) {
        return DELIMITED.matcher(text).replaceAll(match -> {
            String expression = "${" + match.group(1) + "}";
            String value = plugin.evaluated(expression);
            return Matcher.quoteReplacement(value == null ? expression : value);
        });
    }

    private static boolean anyMatches(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    /** Ant's patterns, as far as they can match a file that is in no folder. */
    private static boolean matches(String pattern, String name) {
        String last = pattern.replaceFirst("^(\\*\\*/)+", "");
        return last.equals("**")
                || name.matches(
                        ("\\Q" + last + "\\E").replace("*", "\\E[^/]*\\Q").replace("?", "\\E[^/]\\Q"));
    }
}
