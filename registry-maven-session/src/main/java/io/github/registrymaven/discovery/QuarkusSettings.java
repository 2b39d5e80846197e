package io.github.registrymaven.discovery;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Resource;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Quarkus's settings as its build sees them: the JVM's properties before the environment, before {@code
 * application.properties}, before what the POM says. In each of these a setting for the profile counts before one for all.
 *
 * @see <a href="https://quarkus.io/guides/config-reference">the order of its sources</a>
 */
final class QuarkusSettings {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}:]+)(?::([^{}]*))?}");
    private static final int NESTED_AT_MOST = 10;

    private final Configured quarkus;
    private final Properties typed = new Properties();
    private final List<Properties> files = new ArrayList<>();
    private final Properties fromPom = new Properties();
    private final List<String> profiles = new ArrayList<>();

    QuarkusSettings(Configured quarkus) throws IOException {
        this.quarkus = quarkus;
        typed.putAll(map("systemProperties"));
        typed.putAll(quarkus.session().getSystemProperties());
        typed.putAll(quarkus.session().getUserProperties());
        Properties project = quarkus.project().getProperties();
        project.stringPropertyNames().stream()
                .filter(name -> name.startsWith("quarkus."))
                .forEach(name -> fromPom.setProperty(name, project.getProperty(name)));
        fromPom.putAll(map("properties"));
        fromPom.putIfAbsent("quarkus.application.name", quarkus.project().getArtifactId());
        fromPom.putIfAbsent("quarkus.application.version", quarkus.project().getVersion());
        readFile("application.properties");
        String profile = get("quarkus.profile");
        profiles.addAll(profile == null ? List.of("prod") : Arrays.asList(profile.split("\\s*,\\s*")));
        Collections.reverse(profiles);
        for (int i = profiles.size() - 1; i >= 0; i--) {
            readFile("application-" + profiles.get(i) + ".properties");
        }
    }

    /** Whether there is a file of a kind that is not read here, and it speaks of images. */
    boolean hasUnreadable() throws IOException {
        for (Path folder : resources()) {
            for (String name : yamls()) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file)
                        && Files.readString(file, StandardCharsets.UTF_8).contains("container-image")) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<String> yamls() {
        List<String> names = new ArrayList<>(List.of("application.yaml", "application.yml"));
        profiles.forEach(profile ->
                names.addAll(List.of("application-" + profile + ".yaml", "application-" + profile + ".yml")));
        return names;
    }

    boolean is(String name) {
        return Boolean.parseBoolean(get(name));
    }

    /** A setting, without blanks around it; empty where it is set to nothing, null where it is not set. */
    @Nullable
    String get(String name) {
        String value = written(name);
        return value == null ? null : expanded(value, 0).strip();
    }

    /** Where the setting stands. */
    String origin(String name) {
        if (of(typed, name) != null) {
            return quarkus.origin(name);
        }
        if (environment(name) != null) {
            return name + " in the environment";
        }
        return files.stream().anyMatch(file -> of(file, name) != null)
                ? name + " in application.properties"
                : name + " in the POM";
    }

    private @Nullable String written(String name) {
        String value = of(typed, name);
        if (value == null) {
            value = environment(name);
        }
        for (Properties file : files) {
            value = value == null ? of(file, name) : value;
        }
        return value == null ? of(fromPom, name) : value;
    }

    private @Nullable String of(Properties source, String name) {
        for (String profile : profiles) {
            String value = source.getProperty("%" + profile + "." + name);
            if (value != null) {
                return value;
            }
        }
        return source.getProperty(name);
    }

    /** Variables have the name in capitals, with an underscore for whatever is no letter or digit. */
    private @Nullable String environment(String name) {
        for (String profile : profiles) {
            String value = quarkus.environment(variable("%" + profile + "." + name));
            if (value != null) {
                return value;
            }
        }
        return quarkus.environment(variable(name));
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** What is not set anywhere stays an expression. */
    private String expanded(String value, int depth) {
        if (depth > NESTED_AT_MOST) {
            return value;
        }
        return EXPRESSION.matcher(value).replaceAll(match -> {
            String set = written(match.group(1));
            String otherwise = quarkus.project().getProperties().getProperty(match.group(1), match.group(2));
            String found = set == null ? otherwise : set;
            return Matcher.quoteReplacement(found == null ? match.group() : expanded(found, depth + 1));
        });
    }

    private Map<String, String> map(String element) {
        Xpp3Dom dom = quarkus.element(element);
        Map<String, String> map = new HashMap<>();
        for (Xpp3Dom child : dom == null ? new Xpp3Dom[0] : dom.getChildren()) {
            String value = quarkus.textOf(child);
            if (value != null) {
                map.put(child.getName(), value);
            }
        }
        return map;
    }

    /** The later a file is read, the sooner it counts. */
    private void readFile(String name) throws IOException {
        for (Path folder : resources()) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                Filtering filtering = new Filtering(quarkus);
                if (filtering.concerns(folder, name)) {
                    properties.replaceAll((key, value) -> filtering.filtered(value.toString()));
                }
                files.add(0, properties);
            }
        }
    }

    private Set<Path> resources() {
        Set<Path> folders = new LinkedHashSet<>();
        for (Resource resource : quarkus.project().getBuild().getResources()) {
            folders.add(new File(resource.getDirectory()).toPath());
        }
        return folders;
    }
}
