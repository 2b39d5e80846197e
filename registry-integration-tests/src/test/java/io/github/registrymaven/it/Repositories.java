package io.github.registrymaven.it;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Maven repositories for the integration projects: one that lacks a module, one that has nothing else. */
public final class Repositories {
    private static final Path OURS = Path.of("io", "github", "registrymaven");

    private Repositories() {}

    /** Makes a local repository that has everything but one of our modules. */
    public static void without(String artifactId, File localRepository, Path folder) throws IOException {
        Path hidden = localRepository.toPath().resolve(OURS).resolve(artifactId);
        link(localRepository.toPath(), folder, file -> !file.startsWith(hidden));
    }

    /** Makes a remote repository that has one of our modules, and only that. */
    public static void only(String artifactId, File localRepository, Path folder) throws IOException {
        Path shown = localRepository.toPath().resolve(OURS).resolve(artifactId);
        link(localRepository.toPath(), folder, file -> file.startsWith(shown));
    }

    /** Makes a remote repository with a version of one of our modules in which nothing is but the word which it is. */
    public static void hollow(String artifactId, String version, Path folder) throws IOException {
        Path home = folder.resolve(OURS).resolve(artifactId).resolve(version);
        Files.createDirectories(home);
        Files.writeString(
                home.resolve(artifactId + "-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>io.github.registrymaven</groupId><artifactId>"
                        + artifactId + "</artifactId><version>" + version + "</version></project>");
        try (OutputStream out = Files.newOutputStream(home.resolve(artifactId + "-" + version + ".jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("META-INF/registry-maven/" + artifactId + ".version"));
            jar.write(version.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Hard links: Maven 3.10 takes nothing from a local repository that lies behind a symbolic one. */
    private static void link(Path from, Path to, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).filter(wanted).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                if (target.toString().endsWith(".jar") || target.toString().endsWith(".pom")) {
                    Files.createLink(target, file);
                } else {
                    // What Maven keeps of its downloads, and writes to.
                    Files.copy(file, target);
                }
            }
        }
    }
}
