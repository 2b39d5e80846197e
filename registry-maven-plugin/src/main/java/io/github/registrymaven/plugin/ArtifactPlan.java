package io.github.registrymaven.plugin;

import io.github.registrymaven.artifact.ImageBuilder;
import io.github.registrymaven.artifact.ImageLayer;
import io.github.registrymaven.artifact.ImagePlan;
import io.github.registrymaven.artifact.JavaLayers;
import io.github.registrymaven.artifact.Platform;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.session.ConfigurationProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The parameters of {@link AbstractArtifactMojo}, checked and turned into the plan of an image. */
final class ArtifactPlan {
    private static final String SCRATCH = "scratch";

    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}(/tcp|/udp)?");

    private final MavenProject project;
    private final ArtifactLayers layers;
    private final ArtifactParameters given;

    ArtifactPlan(MavenProject project, ArtifactLayers layers, ArtifactParameters given) {
        this.project = project;
        this.layers = layers;
        this.given = given;
    }

    /** The image below; null for none. */
    @Nullable
    ImageReference base() throws ConfigurationProblem {
        String text = given.baseImage;
        if (text == null || text.isBlank()) {
            throw new ConfigurationProblem(
                    "registry.baseImage is missing: the image that the project's own artifact is put"
                            + " upon, named by its digest, as eclipse-temurin:17-jre@sha256:…, or scratch. To push an image that is"
                            + " there already, name it: registry.source");
        }
        if (text.strip().equals(SCRATCH)) {
            return null;
        }
        ParsedReference parsed = ImageReference.parse(text.strip());
        if (parsed instanceof ParsedReference.Valid) {
            return ((ParsedReference.Valid) parsed).reference();
        }
        throw new ConfigurationProblem("registry.baseImage is '" + text + "', which is no image reference: "
                + ((ParsedReference.Invalid) parsed).problem().message());
    }

    /** The plan. The builder finds the class with the main method, where none is named. */
    ImagePlan read(ImageBuilder builder) throws ConfigurationProblem {
        ImageReference base = base();
        boolean jar = isJar();
        List<ImageLayer> content = jar ? layers.ofJar() : layers.ofClasses();
        return new ImagePlan(
                base,
                content,
                entrypoint(base, jar, builder),
                orNone(given.arguments),
                ports(),
                given.labels == null ? Map.of() : given.labels,
                given.environment == null ? Map.of() : given.environment,
                given.user,
                workingDirectory(),
                created(),
                platforms());
    }

    private boolean isJar() throws ConfigurationProblem {
        switch (given.artifactLayers) {
            case "classes":
                return false;
            case "jar":
                return true;
            default:
                throw new ConfigurationProblem(
                        "registry.artifactLayers is '" + given.artifactLayers + "'; it takes classes or jar");
        }
    }

    private List<String> entrypoint(@Nullable ImageReference base, boolean jar, ImageBuilder builder)
            throws ConfigurationProblem {
        List<String> own = orNone(given.entrypoint);
        if (!own.isEmpty()) {
            return own;
        }
        if (base == null) {
            throw new ConfigurationProblem(
                    "registry.baseImage is scratch, which has no java. Name what is to run: registry.entrypoint");
        }
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(orNone(given.jvmFlags));
        if (jar) {
            layers.mustRun();
            command.addAll(List.of("-jar", JavaLayers.JAR));
        } else {
            command.addAll(List.of("-cp", String.join(":", JavaLayers.CLASS_PATH), mainClass(builder)));
        }
        return command;
    }

    private String mainClass(ImageBuilder builder) throws ConfigurationProblem {
        if (given.mainClass != null && !given.mainClass.isBlank()) {
            return given.mainClass.strip();
        }
        List<String> found = builder.mainClasses(layers.classes());
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new ConfigurationProblem(
                found.isEmpty()
                        ? "no class in " + layers.classes() + " has a main method. Name it: registry.mainClass"
                        : "several classes have a main method: " + String.join(", ", found)
                                + ". Name the one to run: registry.mainClass");
    }

    private List<String> ports() throws ConfigurationProblem {
        List<String> ports = orNone(given.ports);
        for (String port : ports) {
            if (!PORT.matcher(port).matches()) {
                throw new ConfigurationProblem(
                        "registry.ports names '" + port + "'; it takes a number, as 8080, 8080/tcp or 53/udp");
            }
        }
        return ports;
    }

    private @Nullable String workingDirectory() throws ConfigurationProblem {
        String folder = given.workingDirectory;
        if (folder == null || folder.isBlank()) {
            return null;
        }
        if (!folder.strip().startsWith("/")) {
            throw new ConfigurationProblem(
                    "registry.workingDirectory is '" + folder + "'; it takes a path in the image, as /work");
        }
        return folder.strip();
    }

    /** What Maven's reproducible builds take for the time of everything; otherwise 1970, as Jib does it. */
    private Instant created() throws ConfigurationProblem {
        String text = project.getProperties()
                .getProperty("project.build.outputTimestamp", "")
                .strip();
        // One character is how a child says that it does not want its parent's.
        if (text.length() < 2) {
            return Instant.EPOCH;
        }
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | NumberFormatException noTime) {
            throw new ConfigurationProblem(
                    "project.build.outputTimestamp is '" + text + "'; it takes a time, as 2026-01-31T12:00:00Z",
                    noTime);
        }
    }

    private List<Platform> platforms() throws ConfigurationProblem {
        List<Platform> platforms = new ArrayList<>();
        for (String text : orNone(given.platforms)) {
            try {
                platforms.add(Platform.parse(text));
            } catch (IllegalArgumentException none) {
                throw new ConfigurationProblem(
                        "registry.platforms names '" + text + "'; it takes os/architecture, as linux/amd64", none);
            }
        }
        return platforms;
    }

    private static List<String> orNone(@Nullable List<String> list) {
        List<String> present = new ArrayList<>();
        if (list != null) {
            list.stream().filter(text -> text != null && !text.isBlank()).forEach(text -> present.add(text.strip()));
        }
        return present;
    }
}
