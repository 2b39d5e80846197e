package io.github.registrymaven.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Goals that run programs of the user's choice. One that pushes has its image on a command line, which nobody reads; of a script
 * nobody knows whether it does. One that logs in before a push ({@code docker login}) makes whatever is known of
 * logins before it worthless; a script may.
 */
public final class ProgramGoals {
    private static final Map<String, String> GOALS = Map.of(
            "exec-maven-plugin", "exec",
            "maven-antrun-plugin", "run",
            "gmavenplus-plugin", "execute",
            "groovy-maven-plugin", "execute");
    private static final Pattern LOGS_IN = Pattern.compile("login|credential|(config|auth)\\.json");
    private static final Pattern SCRIPT = Pattern.compile(
            "(.*[/\\\\])?((ba|z|da|k)?sh|cmd|powershell|pwsh|make)(\\.exe)?" + "|.*\\.(sh|bash|bat|cmd|ps1|py|groovy)");

    /** By its name or where it is installed: a folder that is called so is none. */
    private static final Pattern ENGINE =
            Pattern.compile("(.*[/\\\\]bin[/\\\\])?(docker|podman|nerdctl|buildah|skopeo|crane)(\\.exe)?");

    private static final Pattern PUSHES = Pattern.compile("(--)?push(=true)?|.*\\b(type=registry|push=true)\\b.*");

    private ProgramGoals() {}

    /** Whether a plugin is bound to push with a program: {@code docker push}, {@code docker buildx build --push}. */
    public static boolean mayPush(Plugin plugin) {
        return plugin.getExecutions().stream()
                .anyMatch(execution -> execution.getGoals().stream()
                        .anyMatch(
                                goal -> mayPush(plugin.getArtifactId(), goal, (Xpp3Dom) execution.getConfiguration())));
    }

    /** Whether a goal pushes with a program, if it is configured so. */
    public static boolean mayPush(String artifactId, String goal, @Nullable Xpp3Dom configuration) {
        if (!are(artifactId, goal) || configuration == null || isSkipped(configuration)) {
            return false;
        }
        List<String> parts = words(configuration, new ArrayList<>()).stream()
                .flatMap(word -> Arrays.stream(word.split("[\\s\"';&|]+")))
                .collect(Collectors.toList());
        return parts.stream().anyMatch(part -> ENGINE.matcher(part).matches())
                && parts.stream().anyMatch(part -> PUSHES.matcher(part).matches());
    }

    private static boolean isSkipped(Xpp3Dom configuration) {
        Xpp3Dom skip = configuration.getChild("skip");
        return skip != null && "true".equals(skip.getValue());
    }

    /** Whether a goal of a plugin runs programs. */
    public static boolean are(String artifactId, String goal) {
        return goal.equals(GOALS.get(artifactId));
    }

    /** Whether this execution may log in to a registry. */
    public static boolean mayLogIn(MojoExecution execution) {
        return are(execution.getArtifactId(), execution.getGoal()) && mayLogIn(execution.getConfiguration());
    }

    /** The first execution of a module that may log in, if its build reaches it, for people; null where none may. */
    public static @Nullable String loggingIn(MavenProject module) {
        for (Plugin plugin : module.getBuildPlugins()) {
            for (PluginExecution execution : plugin.getExecutions()) {
                boolean runs = execution.getGoals().stream().anyMatch(goal -> are(plugin.getArtifactId(), goal));
                if (runs && mayLogIn((Xpp3Dom) execution.getConfiguration())) {
                    return plugin.getArtifactId() + " (execution " + execution.getId() + ") of "
                            + module.getArtifactId();
                }
            }
        }
        return null;
    }

    private static boolean mayLogIn(@Nullable Xpp3Dom configuration) {
        return configuration != null
                && words(configuration, new ArrayList<>()).stream()
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(word -> LOGS_IN.matcher(word).find()
                                || SCRIPT.matcher(word).matches());
    }

    private static List<String> words(Xpp3Dom element, List<String> words) {
        if (element.getValue() != null) {
            words.add(element.getValue());
        }
        for (String attribute : element.getAttributeNames()) {
            words.add(element.getAttribute(attribute));
        }
        for (Xpp3Dom child : element.getChildren()) {
            words(child, words);
        }
        return words;
    }
}
