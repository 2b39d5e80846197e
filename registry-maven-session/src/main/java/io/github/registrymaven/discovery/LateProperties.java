package io.github.registrymaven.discovery;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Properties that a build sets while it runs, by a script or by a plugin that is there for it: a plugin that pushes later reads
 * what they are then, and not what they are now.
 */
final class LateProperties {
    private static final Set<String> SETTERS = Set.of(
            "build-helper-maven-plugin",
            "gmaven-plugin",
            "gmavenplus-plugin",
            "groovy-maven-plugin",
            "maven-antrun-plugin",
            "properties-maven-plugin");

    private final MavenProject project;
    private final List<MojoExecution> setters = new ArrayList<>();

    LateProperties(MavenProject project) {
        this.project = project;
    }

    static boolean maySet(String artifactId) {
        return SETTERS.contains(artifactId);
    }

    /** Takes note of an execution that comes before those that are asked about. */
    void runs(MojoExecution execution) {
        if (maySet(execution.getArtifactId()) && !keepsToItself(execution)) {
            setters.add(execution);
        }
    }

    /** Ant has properties of its own, and hands them on only where it is told to. */
    private static boolean keepsToItself(MojoExecution execution) {
        Xpp3Dom exports = Configured.below(execution.getConfiguration(), "exportAntProperties");
        return execution.getArtifactId().equals("maven-antrun-plugin")
                && (exports == null || !"true".equals(exports.getValue()));
    }

    /** What has run so far has set its properties already. */
    void haveRun() {
        setters.clear();
    }

    /** Why it is not known what a goal pushes that has been read, for people; null where no such property counted. */
    @Nullable
    String remarkOn(Configured push) {
        for (MojoExecution setter : setters) {
            for (String property : push.asked()) {
                if (speaksOf(setter.getConfiguration(), mention(property)) || isInFile(setter, property)) {
                    return push.at(property) + " reads a property that " + setter.getArtifactId() + " (execution "
                            + setter.getExecutionId()
                            + ") may set before it, so what it pushes is not known: not checked";
                }
            }
        }
        return null;
    }

    /** The whole name, in an element or anywhere in a script; one that is a word like {@code image} only by itself or quoted. */
    private static Pattern mention(String property) {
        String name = Pattern.quote(property);
        return Pattern.compile(
                property.contains(".")
                        ? "(?<![\\w.-])" + name + "(?![\\w.-])"
                        : "^\\s*" + name + "\\s*$|[\"']" + name + "[\"']");
    }

    private static boolean speaksOf(@Nullable Xpp3Dom element, Pattern mention) {
        if (element == null) {
            return false;
        }
        if (element.getValue() != null && mention.matcher(element.getValue()).find()) {
            return true;
        }
        for (String attribute : element.getAttributeNames()) {
            if (mention.matcher(element.getAttribute(attribute)).find()) {
                return true;
            }
        }
        for (Xpp3Dom child : element.getChildren()) {
            if (speaksOf(child, mention)) {
                return true;
            }
        }
        return false;
    }

    /** Properties may be read from files; one that the build writes first says nothing yet. */
    private boolean isInFile(MojoExecution setter, String property) {
        Xpp3Dom files = Configured.below(setter.getConfiguration(), "files");
        for (Xpp3Dom file : files == null ? new Xpp3Dom[0] : files.getChildren()) {
            if (file.getValue() != null && read(file.getValue()).containsKey(property)) {
                return true;
            }
        }
        return false;
    }

    private Properties read(String name) {
        Properties properties = new Properties();
        File given = new File(name);
        File file = given.isAbsolute() ? given : new File(project.getBasedir(), name);
        if (file.isFile()) {
            try (Reader reader = Files.newBufferedReader(file.toPath(), StandardCharsets.ISO_8859_1)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                return properties;
            }
        }
        return properties;
    }
}
