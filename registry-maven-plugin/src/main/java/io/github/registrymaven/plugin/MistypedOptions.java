package io.github.registrymaven.plugin;

import io.github.registrymaven.diagnosis.Nearest;
import java.io.File;
import java.io.IOException;
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
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Options of the command line that come to nothing without a word from Maven: {@code -Dregistry.faillOn=unknown}, which no goal
 * reads, and {@code -Dregistry.skip=yes}, which counts as false.
 */
public final class MistypedOptions {
    private static final String OURS = "registry.";
    private static final int FARTHEST = 2;

    private MistypedOptions() {}

    /** One sentence for each, where Maven has not read the plugin's descriptor yet. */
    public static List<String> in(MavenSession session) {
        return in(session, GoalDefaults::types);
    }

    /** One sentence for each, by the descriptor that Maven has at hand for a goal. */
    static List<String> in(MavenSession session, PluginDescriptor plugin) {
        return in(session, () -> types(plugin));
    }

    private static List<String> in(MavenSession session, Supplier<Map<String, String>> types) {
        Set<String> ours = new TreeSet<>(session.getUserProperties().stringPropertyNames());
        ours.removeIf(option -> !option.startsWith(OURS));
        if (ours.isEmpty()) {
            return List.of();
        }
        Map<String, String> known = types.get();
        List<String> remarks = new ArrayList<>();
        for (String option : ours) {
            String remark = remark(option, known, session);
            if (remark != null) {
                remarks.add(remark);
            }
        }
        return remarks;
    }

    private static Map<String, String> types(PluginDescriptor plugin) {
        Map<String, String> types = new HashMap<>();
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                GoalDefaults.addType(types, parameter.getValue(""), parameter.getAttribute("implementation"));
            }
        }
        return types;
    }

    private static @Nullable String remark(String option, Map<String, String> types, MavenSession session) {
        String type = types.get(option);
        if (type == null) {
            String meant = meant(option, types);
            return meant == null || isOfTheProjects(option, session)
                    ? null
                    : "-D" + option + " has no effect: registry-maven-plugin has no such parameter, " + meant
                            + " is one";
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
        for (MavenProject project : session.getProjects()) {
            for (MavenProject each = project; each != null; each = each.getParent()) {
                if (speaksOf(option, each.getFile())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean speaksOf(String option, @Nullable File pom) {
        try {
            return pom != null
                    && pom.isFile()
                    && new String(Files.readAllBytes(pom.toPath()), StandardCharsets.UTF_8).contains(option);
        } catch (IOException unreadable) {
            return true;
        }
    }
}
