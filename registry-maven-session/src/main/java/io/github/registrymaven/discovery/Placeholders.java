package io.github.registrymaven.discovery;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The placeholders of docker-maven-plugin and of JKube, which descends from it: {@code %g} group, {@code %a} artifact, and
 * {@code %v}, {@code %l}, {@code %t} for the version. Both look their properties up in the project alone.
 *
 * @see <a href="https://github.com/fabric8io/docker-maven-plugin">ImageNameFormatter, FormatParameterReplacer</a>
 */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("%([^a-zA-Z]*)([a-zA-Z]+)");
    private static final String SNAPSHOT = "-SNAPSHOT";

    private final MavenProject project;
    private final String userProperty;
    private final String tagProperty;
    private final boolean tagIsTakenAsItIs;

    private Placeholders(MavenProject project, String userProperty, String tagProperty, boolean tagIsTakenAsItIs) {
        this.project = project;
        this.userProperty = userProperty;
        this.tagProperty = tagProperty;
        this.tagIsTakenAsItIs = tagIsTakenAsItIs;
    }

    static Placeholders ofDockerMavenPlugin(MavenProject project) {
        return new Placeholders(project, "docker.image.user", "docker.image.tag", false);
    }

    static Placeholders ofJKube(MavenProject project) {
        return new Placeholders(project, "jkube.image.user", "jkube.image.tag", true);
    }

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
                return user();
            case "a":
                return sanitized(project.getArtifactId());
            case "v":
                return tag("%v");
            case "l":
                return latest();
            case "t":
                return stamped();
            case "T":
                return tagIsTakenAsItIs ? unknown(letter) : "${%T}";
            default:
                return unknown(letter);
        }
    }

    private static String unknown(String letter) {
        throw new IllegalArgumentException("there is no placeholder %" + letter);
    }

    private String user() {
        String user = property(userProperty);
        if (user != null) {
            return user;
        }
        String group = project.getGroupId().replaceAll("\\.+$", "");
        return sanitized(group.substring(group.lastIndexOf('.') + 1));
    }

    private String latest() {
        String tag = tag("%l");
        return tag.endsWith(SNAPSHOT) && !isTakenAsItIs() ? "latest" : tag;
    }

    private String stamped() {
        String tag = tag("%t");
        return tag.endsWith(SNAPSHOT) && !isTakenAsItIs() ? "${%t}" : tag;
    }

    private String tag(String placeholder) {
        String given = property(tagProperty);
        if (given != null && !given.isBlank() && !given.equals(placeholder)) {
            return given;
        }
        return tagIsTakenAsItIs ? withoutPlus(project.getVersion()) : project.getVersion();
    }

    private boolean isTakenAsItIs() {
        String given = property(tagProperty);
        return tagIsTakenAsItIs && given != null && !given.isBlank();
    }

    /** A plus, as semantic versions have it, is in no tag. */
    private String withoutPlus(String version) {
        String instead = property("jkube.image.tag.semver_plus_substitution");
        return version.replace("+", instead == null || instead.strip().equals("+") ? "-" : instead.strip());
    }

    private @Nullable String property(String name) {
        return project.getProperties().getProperty(name);
    }

    /** Letters, digits, hyphens, at most two underscores in a row and single dots, in lower case. */
    private static String sanitized(String name) {
        return name.replaceAll("_{3,}", "__")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("[^\\p{L}\\p{Nd}._-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
