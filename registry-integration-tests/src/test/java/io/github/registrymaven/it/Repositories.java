package io.github.registrymaven.it;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Maven repositories for the integration projects: one that lacks a module, one that has nothing else. */
public final class Repositories {
    private static final Path OURS = Path.of("io", "github", "registrymaven");

    private Repositories() {}

    /** Makes a local repository that has everything but one of our modules. It links to the files, and copies none. */
    public static void without(String artifactId, File localRepository, Path folder) throws IOException {
        link(localRepository.toPath(), folder, OURS.resolve(artifactId));
    }

    /** Makes a remote repository that has one of our modules, and only that. */
    public static void only(String artifactId, File localRepository, Path folder) throws IOException {
        Path module = OURS.resolve(artifactId);
        Files.createDirectories(folder.resolve(OURS));
        Files.createSymbolicLink(
                folder.resolve(module), localRepository.toPath().resolve(module));
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

    private static void link(Path from, Path to, Path hidden) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                Path name = from.relativize(entry);
                Path below = hidden.startsWith(name) ? name.relativize(hidden) : null;
                if (below == null) {
                    Files.createSymbolicLink(to.resolve(name), entry);
                } else if (!below.toString().isEmpty()) {
                    link(entry, to.resolve(name), below);
                }
            }
        }
    }
}
