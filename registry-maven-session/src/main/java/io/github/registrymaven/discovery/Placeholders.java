package io.github.registrymaven.discovery;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The placeholders of docker-maven-plugin and of JKube, which descends from it: {@code %g} group, {@code %a} artifact, and
 * {@code %v}, {@code %l}, {@code %t} for the version. The two differ in where they look for properties, and in the version.
 *
 * @see <a href="https://github.com/fabric8io/docker-maven-plugin">ImageNameFormatter, FormatParameterReplacer</a>
 */
abstract class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("%([^a-zA-Z]*)([a-zA-Z])");

    private final MavenProject project;

    Placeholders(MavenProject project) {
        this.project = project;
    }

    static Placeholders ofDockerMavenPlugin(Configured plugin) {
        return new DockerPlaceholders(plugin);
    }

    static Placeholders ofJKube(Configured jkube) {
        return new JKubePlaceholders(jkube);
    }

    /** What is set for {@code %g}, if anything is. */
    abstract @Nullable String user();

    /**
     * What a placeholder for the version means; an exception if there is none of this letter.
     *
     * @throws IllegalArgumentException for want of such a placeholder
     */
    abstract String version(String letter);

    /** A name with its placeholders filled in; a time stamp, which nobody knows yet, stays as {@code ${%t}}. */
    String fill(String name) {
        return PLACEHOLDER
                .matcher(name)
                .replaceAll(match ->
                        Matcher.quoteReplacement(String.format("%" + match.group(1) + "s", value(match.group(2)))));
    }

    private String value(String letter) {
        switch (letter) {
            case "g":
                return group();
            case "a":
                return sanitized(project.getArtifactId());
            default:
                return version(letter);
        }
    }

    static IllegalArgumentException unknown(String letter) {
        return new IllegalArgumentException("there is no placeholder %" + letter);
    }

    private String group() {
        String user = user();
        if (user != null) {
            return user;
        }
        String group = project.getGroupId().replaceAll("\\.+$", "");
        return sanitized(group.substring(group.lastIndexOf('.') + 1));
    }

    /** Letters, digits, hyphens, at most two underscores in a row and single dots, in lower case. */
    private static String sanitized(String name) {
        return name.replaceAll("_{3,}", "__")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("[^\\p{L}\\p{Nd}._-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
