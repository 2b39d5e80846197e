package io.github.registrymaven.google;

import io.github.registrymaven.machine.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user told Google's tools: the environment, and gcloud's active configuration. They come from the machine, not from
 * the process, so that a test decides what there is.
 */
final class GoogleSettings {
    private static final long MOST_BYTES = 1 << 16;

    private final Machine machine;
    private final Map<String, String> gcloud;

    GoogleSettings(Machine machine) {
        this.machine = machine;
        this.gcloud = gcloud();
    }

    Machine machine() {
        return machine;
    }

    /** An environment variable; an empty one is none. */
    @Nullable
    String variable(String name) {
        String value = machine.environment().get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** A property of gcloud: its variable comes before the active configuration. */
    @Nullable
    String property(String section, String name) {
        String variable =
                variable("CLOUDSDK_" + section.toUpperCase(Locale.ROOT) + "_" + name.toUpperCase(Locale.ROOT));
        return variable == null ? gcloud.get(section + "/" + name) : variable;
    }

    /** Where gcloud keeps its things. */
    Path folder() {
        String said = variable("CLOUDSDK_CONFIG");
        if (said != null) {
            return Path.of(said);
        }
        String windows = variable("APPDATA");
        return windows == null
                ? machine.home().resolve(".config").resolve("gcloud")
                : Path.of(windows).resolve("gcloud");
    }

    /** The projects that are meant where none is named. */
    Set<String> projects() {
        Set<String> projects = new LinkedHashSet<>();
        add(projects, property("core", "project"));
        add(projects, variable("GOOGLE_CLOUD_PROJECT"));
        return projects;
    }

    /** The locations that are meant where none is named. */
    Set<String> locations() {
        Set<String> locations = new LinkedHashSet<>();
        add(locations, property("artifacts", "location"));
        add(locations, property("compute", "region"));
        return locations;
    }

    private static void add(Set<String> all, @Nullable String one) {
        if (one != null && one.matches("[a-z0-9][a-z0-9.:-]{0,80}")) {
            all.add(one);
        }
    }

    private Map<String, String> gcloud() {
        String active = variable("CLOUDSDK_ACTIVE_CONFIG_NAME");
        if (active == null) {
            active = text(folder().resolve("active_config")).strip();
        }
        String name = active.matches("[A-Za-z0-9_-]{1,100}") ? active : "default";
        Map<String, String> properties = new HashMap<>();
        String section = "";
        for (String line : text(folder().resolve("configurations").resolve("config_" + name))
                .split("\\R", -1)) {
            String bare = line.strip();
            int sign = bare.indexOf('=');
            if (bare.startsWith("[") && bare.endsWith("]")) {
                section = bare.substring(1, bare.length() - 1).strip();
            } else if (sign > 0 && !bare.startsWith("#")) {
                properties.put(
                        section + "/" + bare.substring(0, sign).strip(),
                        bare.substring(sign + 1).strip());
            }
        }
        return properties;
    }

    /** Empty for one that is not there. */
    static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? Files.readString(file, StandardCharsets.UTF_8)
                    : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
