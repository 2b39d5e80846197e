package io.github.registrymaven.plugin;

import io.github.registrymaven.diagnosis.Nearest;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Options of the command line that come to nothing without a word from Maven: {@code -Dregistry.faillOn=unknown}, which no goal
 * reads, {@code -Dregistry.image=app}, which {@code explain} alone does, and {@code -Dregistry.skip=yes}, which counts as false.
 */
public final class MistypedOptions {
    private static final String OURS = "registry.";
    private static final String EXPLAIN = "explain";
    private static final Pattern EXPLAIN_IS_TYPED = Pattern.compile("(?:.*:)?" + EXPLAIN + "(?:@.*)?");
    private static final int FARTHEST = 2;

    private MistypedOptions() {}

    /** One sentence for each, where Maven has not read the plugin's descriptor yet. */
    public static List<String> in(MavenSession session) {
        return in(session, GoalDefaults::types);
    }

    /** One sentence for each, by the descriptor that Maven has at hand for a goal. */
    static List<String> in(MavenSession session, PluginDescriptor plugin) {
        return in(session, goals -> types(plugin, goals));
    }

    /** The properties that some goals read, and of which class each is. */
    private interface Types {
        Map<String, String> of(Predicate<String> goals);
    }

    private static List<String> in(MavenSession session, Types types) {
        Set<String> ours = new TreeSet<>(session.getUserProperties().stringPropertyNames());
        ours.removeIf(option -> !option.startsWith(OURS));
        if (ours.isEmpty()) {
            return List.of();
        }
        boolean explains = explains(session);
        Map<String, String> known = types.of(goal -> explains || !goal.equals(EXPLAIN));
        Set<String> explained = explains ? Set.of() : types.of(EXPLAIN::equals).keySet();
        List<String> remarks = new ArrayList<>();
        for (String option : ours) {
            String remark = remark(option, known, explained.contains(option), session);
            if (remark != null) {
                remarks.add(remark);
            }
        }
        return remarks;
    }

    private static boolean explains(MavenSession session) {
        return session.getGoals().stream()
                        .anyMatch(goal -> EXPLAIN_IS_TYPED.matcher(goal).matches())
                || session.getProjects().stream()
                        .anyMatch(project ->
                                !OwnPlugin.executions(project, Set.of(EXPLAIN)).isEmpty());
    }

    private static Map<String, String> types(PluginDescriptor plugin, Predicate<String> goals) {
        Map<String, String> types = new HashMap<>();
        for (MojoDescriptor goal : plugin.getMojos()) {
            if (!goals.test(goal.getGoal())) {
                continue;
            }
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                GoalDefaults.addType(types, parameter.getValue(""), parameter.getAttribute("implementation"));
            }
        }
        return types;
    }

    private static @Nullable String remark(
            String option, Map<String, String> types, boolean isExplains, MavenSession session) {
        String type = types.get(option);
        if (type == null) {
            String meant = meant(option, types);
            if (meant == null || isOfTheProjects(option, session)) {
                return null;
            }
            return "-D" + option + " has no effect: "
                    + (isExplains
                            ? "registry:" + EXPLAIN + " alone takes it, the other goals take " + meant
                            : "registry-maven-plugin has no such parameter, " + meant + " is one");
        }
        String value = session.getUserProperties().getProperty(option);
        return type.toLowerCase(Locale.ROOT).endsWith("boolean") && !isTruth(value)
                ? "-D" + option + "=" + value + " counts as false: it takes true or false"
                : null;
    }

    private static boolean isTruth(String value) {
        return value.isBlank() || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    /** Null where none is so near that another can hardly be meant. */
    private static @Nullable String meant(String option, Map<String, String> types) {
        Map<String, String> plain = new TreeMap<>();
        types.keySet().forEach(each -> plain.put(plain(each), each));
        String name = plain(option);
        String nearest = Nearest.within(Math.min(FARTHEST, Math.max(1, name.length() / 3)), name, plain.keySet());
        return nearest == null ? null : plain.get(nearest);
    }

    /** {@code registry.fail-on} and {@code registry.failon} are the same mistake. */
    private static String plain(String option) {
        return option.substring(OURS.length()).replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }

    /** A build may have properties of its own that begin so: then a POM speaks of them. */
    private static boolean isOfTheProjects(String option, MavenSession session) {
        Pattern whole = Pattern.compile(Pattern.quote(option) + "(?![\\w.-])");
        for (MavenProject project : session.getProjects()) {
            for (MavenProject each = project; each != null; each = each.getParent()) {
                if (speaksOf(whole, each)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** By the POM as it is written; a parent from a repository has no file. */
    private static boolean speaksOf(Pattern option, MavenProject project) {
        File pom = project.getFile();
        try {
            if (pom != null && pom.isFile()) {
                String text = new String(Files.readAllBytes(pom.toPath()), StandardCharsets.UTF_8);
                return option.matcher(text).find();
            }
            StringWriter text = new StringWriter();
            if (project.getOriginalModel() != null) {
                new MavenXpp3Writer().write(text, project.getOriginalModel());
            }
            return option.matcher(text.toString()).find();
        } catch (IOException unreadable) {
            return true;
        }
    }
}
