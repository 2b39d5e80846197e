package io.github.registrymaven.discovery;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What JKube's generators make of a project without a word in its POM: the first that knows it makes an image, and others
 * only where they are told to add theirs.
 *
 * @see <a href="https://github.com/eclipse-jkube/jkube">profiles-default.yml, BaseGenerator, SimpleDockerfileGenerator</a>
 */
final class JKubeGenerators {
    private static final String DOCKERFILE = "dockerfile-simple";

    /** Of the profile that counts where none is chosen. */
    private static final List<String> IN_ORDER = List.of(
            DOCKERFILE,
            "quarkus",
            "spring-boot",
            "thorntail-v2",
            "wildfly-jar",
            "openliberty",
            "karaf",
            "vertx",
            "micronaut",
            "helidon",
            "java-exec",
            "webapp");

    private final Configured jkube;
    private final String defaultName;
    private final JKubeFrameworks frameworks;

    JKubeGenerators(Configured jkube, String defaultName) {
        this.jkube = jkube;
        this.defaultName = defaultName;
        this.frameworks = new JKubeFrameworks(jkube.project());
    }

    /** The images that are configured, and those that are made. */
    List<JKubeImage> beside(List<JKubeImage> configured, Found found) {
        List<JKubeImage> images = new ArrayList<>(configured);
        String unknown = unknown();
        if (unknown == null) {
            for (String generator : order()) {
                addIfWanted(generator, images);
            }
        }
        if (images.isEmpty() || (unknown != null && IN_ORDER.stream().anyMatch(this::adds))) {
            found.remark(
                    jkube.at(unknown == null ? "no <images>" : unknown)
                            + " pushes what its generators make of the project, which is not known before the build: not checked");
        }
        return images;
    }

    private void addIfWanted(String generator, List<JKubeImage> images) {
        if (generator.equals(DOCKERFILE)) {
            if (images.isEmpty() && new File(jkube.project().getBasedir(), "Dockerfile").exists()) {
                images.add(ofDockerfile());
            }
        } else if ((images.isEmpty() || adds(generator)) && fits(generator)) {
            images.add(madeBy(generator));
        }
    }

    private boolean fits(String generator) {
        return (generator.equals("java-exec") && own(generator, "mainClass") != null) || frameworks.fit(generator);
    }

    private boolean adds(String generator) {
        return Boolean.parseBoolean(setting(generator, "add"));
    }

    /** No setting of generators counts for it but the name of all, behind a property of its own. */
    private JKubeImage ofDockerfile() {
        for (String property : List.of("jkube.image.name", "jkube.generator.name")) {
            String name = jkube.systemOrProject(property);
            if (name != null && !name.isEmpty()) {
                String filled = Placeholders.ofJKube(jkube).fill(name);
                return JKubeImage.generated(jkube, jkube.origin(property), filled, null, null, List.of());
            }
        }
        return JKubeImage.generated(jkube, "Dockerfile", "%g/%a:%l", null, null, List.of());
    }

    private JKubeImage madeBy(String generator) {
        String name = setting(generator, "name");
        String alias = setting(generator, "alias");
        String tags = setting(generator, "tags");
        return JKubeImage.generated(
                jkube,
                name == null ? "generator " + generator : "name of generator " + generator,
                name == null ? defaultName : name,
                alias == null ? generator : alias,
                List.of("karaf", "webapp").contains(generator) ? null : setting(generator, "registry"),
                tags == null || tags.isBlank()
                        ? List.of()
                        : Arrays.asList(tags.strip().split("\\s*,\\s*")));
    }

    /** What is set for a generator outranks what is set for all. */
    private @Nullable String setting(String generator, String key) {
        String own = own(generator, key);
        return own == null ? jkube.systemOrProject("jkube.generator." + key) : own;
    }

    private @Nullable String own(String generator, String key) {
        String inPom = jkube.nameOf(jkube.element("generator", "config", generator, key));
        return inPom == null ? jkube.systemOrProject("jkube.generator." + generator + "." + key) : inPom;
    }

    /** Those that are included come before those of the profile. */
    private Set<String> order() {
        Set<String> order = new LinkedHashSet<>(jkube.textsBelow(jkube.element("generator", "includes")));
        order.addAll(IN_ORDER);
        order.removeAll(jkube.textsBelow(jkube.element("generator", "excludes")));
        return order;
    }

    /** Why it is not known which generators there are; null if it is. */
    private @Nullable String unknown() {
        String profile = jkube.parameter("jkube.profile", "profile");
        if (profile != null && !profile.equals("default")) {
            return "profile " + profile;
        }
        for (File folder : resources()) {
            for (String file : List.of("profiles.yml", "profiles.yaml", "profiles")) {
                if (new File(folder, file).isFile()) {
                    return file;
                }
            }
        }
        return order().stream()
                .filter(generator -> !IN_ORDER.contains(generator))
                .findFirst()
                .map(generator -> "generator " + generator)
                .orElse(null);
    }

    private List<File> resources() {
        String given = jkube.parameter("jkube.resourceDir", "resourceDir");
        File folder = given == null ? new File("src/main/jkube") : new File(given);
        File whole = folder.isAbsolute() ? folder : new File(jkube.project().getBasedir(), folder.getPath());
        String environments = jkube.parameter("jkube.environment", "environment");
        List<File> folders = new ArrayList<>(List.of(whole));
        for (String environment : environments == null ? new String[0] : environments.split(",")) {
            folders.add(new File(whole, environment.strip()));
        }
        return folders;
    }
}
