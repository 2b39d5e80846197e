package io.github.registrymaven.it;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

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

    /**
     * Hard links: Maven 3.10 takes nothing from a local repository that lies behind a symbolic one. A project that runs beside this
     * one downloads and installs into the same repository, so that a file may be gone when its turn comes: nobody needs that one.
     */
    private static void link(Path from, Path to, Predicate<Path> wanted) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && wanted.test(file)) {
                    try {
                        link(file, to.resolve(from.relativize(file)));
                    } catch (NoSuchFileException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private static void link(Path file, Path target) throws IOException {
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (target.toString().endsWith(".jar") || target.toString().endsWith(".pom")) {
            Files.createLink(target, file);
        } else {
            // What Maven keeps of its downloads, and writes to.
            Files.copy(file, target);
        }
    }
}
