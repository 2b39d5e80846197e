package io.github.registrymaven.session;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The goals that build an image and push it only if their configuration says so. Whoever errs here errs towards yes: then
 * the images are looked for, and there are none.
 */
enum PushOnRequest {
    SPRING_BOOT("package", "spring-boot.build-image.publish") {
        @Override
        boolean isAskedFor(@Nullable Xpp3Dom configuration, MavenProject project, MavenSession session) {
            return isTrue(child(child(configuration, "image"), "publish"));
        }
    },
    SPOTIFY("", "pushImage", "pushImageTag") {
        @Override
        boolean isAskedFor(@Nullable Xpp3Dom configuration, MavenProject project, MavenSession session) {
            return isTrue(child(configuration, "pushImage")) || isTrue(child(configuration, "pushImageTag"));
        }
    },
    QUARKUS("package", "quarkus.container-image.push") {
        @Override
        boolean isAskedFor(@Nullable Xpp3Dom configuration, MavenProject project, MavenSession session) {
            return isTrue(child(child(configuration, "properties"), "quarkus.container-image.push"))
                    || mentionsImages(project, session);
        }
    };

    private static final List<String> SETTINGS = List.of(".properties", ".yaml", ".yml");

    private final String defaultPhase;
    private final String property;
    private final @Nullable String otherProperty;

    PushOnRequest(String defaultPhase, String property) {
        this(defaultPhase, property, null);
    }

    PushOnRequest(String defaultPhase, String property, @Nullable String otherProperty) {
        this.defaultPhase = defaultPhase;
        this.property = property;
        this.otherProperty = otherProperty;
    }

    /** Null for a goal that is not of this kind. */
    static @Nullable PushOnRequest of(String artifactId, String goal) {
        if (artifactId.equals("spring-boot-maven-plugin") && goal.startsWith("build-image")) {
            return SPRING_BOOT;
        }
        // Of the plugins of this name, io.fabric8's has goals that are called so, too, and knows none of these
        // parameters.
        if (artifactId.equals("docker-maven-plugin") && (goal.equals("build") || goal.equals("tag"))) {
            return SPOTIFY;
        }
        boolean quarkus = artifactId.equals("quarkus-maven-plugin");
        return quarkus && (goal.equals("build") || goal.equals("image-build")) ? QUARKUS : null;
    }

    abstract boolean isAskedFor(@Nullable Xpp3Dom configuration, MavenProject project, MavenSession session);

    String defaultPhase() {
        return defaultPhase;
    }

    /** Whether a project says so, in a plugin's configuration or anywhere else. */
    boolean isAskedFor(@Nullable Object configuration, MavenProject project, MavenSession session) {
        return isSet(session.getUserProperties())
                || isSet(session.getSystemProperties())
                || isSet(project.getProperties())
                || isAskedFor(configuration instanceof Xpp3Dom ? (Xpp3Dom) configuration : null, project, session);
    }

    private boolean isSet(Properties properties) {
        return isTrue(property, properties) || (otherProperty != null && isTrue(otherProperty, properties));
    }

    private static boolean isTrue(String property, Properties properties) {
        String inEnvironment =
                "env." + property.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        return "true".equals(properties.getProperty(property)) || "true".equals(properties.getProperty(inEnvironment));
    }

    private static @Nullable Xpp3Dom child(@Nullable Xpp3Dom element, String name) {
        return element == null ? null : element.getChild(name);
    }

    private static boolean isTrue(@Nullable Xpp3Dom element) {
        return element != null
                && "true".equals(String.valueOf(element.getValue()).strip());
    }

    /** Quarkus keeps the switch in the application's own settings, with profiles; to mention it is enough. */
    private static boolean mentionsImages(MavenProject project, MavenSession session) {
        File basedir = project.getBasedir();
        if (basedir == null) {
            return false;
        }
        for (String name : settings(project, session)) {
            Path file = basedir.toPath().resolve("src/main/resources").resolve(name);
            try {
                if (Files.isRegularFile(file)
                        && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                                .contains("container-image")) {
                    return true;
                }
            } catch (IOException unreadable) {
                return true; // the application's build will say what is wrong with it
            }
        }
        return false;
    }

    /** The files for all profiles, and those for the ones that are on, as far as that is said outside of these files. */
    private static List<String> settings(MavenProject project, MavenSession session) {
        String chosen = session.getSystemProperties()
                .getProperty("env.QUARKUS_PROFILE", project.getProperties().getProperty("quarkus.profile", "prod"));
        String jvms = session.getSystemProperties().getProperty("quarkus.profile", chosen);
        String profiles = session.getUserProperties().getProperty("quarkus.profile", jvms);
        List<String> names = new ArrayList<>();
        for (String suffix : SETTINGS) {
            names.add("application" + suffix);
            for (String profile : profiles.strip().split("\\s*,\\s*", -1)) {
                names.add("application-" + profile + suffix);
            }
        }
        return names;
    }
}
