package io.github.registrymaven.jib;

import io.github.registrymaven.artifact.ImageLayer;
import io.github.registrymaven.artifact.ImagePlan;
import io.github.registrymaven.artifact.JavaLayers;
import io.github.registrymaven.artifact.Platform;
import io.github.registrymaven.artifact.Workplace;
import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.network.ProxiesUnknownToJvm;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A small project in a folder, ready to become an image. */
final class Project {
    private final Path folder;
    private final List<String> told = new CopyOnWriteArrayList<>();

    Project(Path folder) {
        this.folder = folder;
    }

    /** Writes its files, with whatever times the clock gives them. */
    static Project in(Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/hello"));
        Files.writeString(classes.resolve("Hello.class"), "not read by anybody");
        Files.writeString(folder.resolve("classes/app.properties"), "greeting=hello");
        Files.writeString(folder.resolve("library-1.0.jar"), "not read by anybody");
        return new Project(folder);
    }

    /** As after another checkout. */
    Project touched() throws IOException {
        for (String name : List.of("classes/hello/Hello.class", "classes/app.properties", "library-1.0.jar")) {
            Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        }
        return this;
    }

    List<ImageLayer> layers() throws IOException {
        return new JavaLayers()
                .jars("dependencies", List.of(new JavaLayers.Jar("org.example", folder.resolve("library-1.0.jar"))))
                .classes(folder.resolve("classes"))
                .layers();
    }

    ImagePlan plan(@Nullable String base) throws IOException {
        return plan(base, List.of(Platform.USUAL));
    }

    ImagePlan plan(@Nullable String base, List<Platform> platforms) throws IOException {
        return new ImagePlan(
                base == null ? null : reference(base),
                layers(),
                List.of("java", "-cp", String.join(":", JavaLayers.CLASS_PATH), "hello.Hello"),
                List.of("an argument"),
                List.of("8080"),
                Map.of("org.opencontainers.image.title", "hello"),
                Map.of("GREETING", "hello"),
                "1000:1000",
                "/work",
                Instant.parse("2026-01-02T03:04:05Z"),
                platforms);
    }

    Workplace workplace() {
        return workplace(null);
    }

    /** Allowed to use plain http, as the registries of these tests do. */
    Workplace workplace(@Nullable Credential credential) {
        return workplace(false, true, credential);
    }

    Workplace workplace(boolean offline, boolean insecure, @Nullable Credential credential) {
        return workplace(offline, insecure, credential, null);
    }

    /** On a machine with these proxies. */
    Workplace behind(ProxiesUnknownToJvm proxies) {
        return workplace(false, true, null, proxies);
    }

    private Workplace workplace(
            boolean offline, boolean insecure, @Nullable Credential credential, @Nullable ProxiesUnknownToJvm proxies) {
        return new Workplace(
                folder.resolve("target"), folder.resolve("cache"), offline, insecure, credential, proxies, told::add);
    }

    List<String> told() {
        return List.copyOf(told);
    }

    private static ImageReference reference(String text) {
        if (ImageReference.parse(text) instanceof ParsedReference.Valid valid) {
            return valid.reference();
        }
        throw new IllegalArgumentException(text);
    }
}
