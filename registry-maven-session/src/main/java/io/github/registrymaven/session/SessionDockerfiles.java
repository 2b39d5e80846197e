package io.github.registrymaven.session;

import io.github.registrymaven.declared.files.Shown;
import io.github.registrymaven.declared.files.SourceFile;
import io.github.registrymaven.declared.files.SourceText;
import io.github.registrymaven.declared.tree.Unreadable;
import io.github.registrymaven.dockerfile.ReadDockerfile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Dockerfiles of a build, each read once for all rules and modules. */
public final class SessionDockerfiles {
    /** Docker's, Podman's, and those of docker-maven-plugin and JKube. */
    private static final List<String> IGNORE_FILES = List.of(
            ".dockerignore", ".containerignore", ".maven-dockerignore", ".maven-dockerexclude", ".maven-dockerinclude");

    private final Shown shown;
    private final ConcurrentMap<Path, ReadDockerfile> known;

    public SessionDockerfiles(MavenSession session) {
        this.shown = new Shown(Path.of(session.getExecutionRootDirectory()));
        this.known = SessionMap.of(session.getRepositorySession().getData(), ReadDockerfile.class);
    }

    /**
     * Where a module has its Dockerfile when nobody says so: beside its POM, or where docker-maven-plugin and JKube look for
     * it. Quarkus has four beside each other, of which the build takes one, so those are to be named.
     */
    public static List<File> of(MavenProject module) {
        File base = module.getFile() == null ? null : module.getBasedir();
        return base == null
                ? List.of()
                : Stream.of("Dockerfile", "src/main/docker/Dockerfile")
                        .map(path -> new File(base, path))
                        .filter(File::isFile)
                        .collect(Collectors.toList());
    }

    /** A Dockerfile, or what is wrong with it. */
    public ReadDockerfile read(File file) {
        return known.computeIfAbsent(file.toPath().toAbsolutePath().normalize(), this::readNow);
    }

    private ReadDockerfile readNow(Path path) {
        String name = shown.of(path);
        if (!Files.exists(path)) {
            return new ReadDockerfile.Unsound(name, 1, "there is no such file");
        }
        try {
            return ReadDockerfile.of(SourceText.of(new SourceFile(path, name, true)), name);
        } catch (Unreadable unreadable) {
            return new ReadDockerfile.Unsound(name, 1, unreadable.problem().message());
        }
    }

    /** Whether a {@code .dockerignore} is there for it: its own, beside it, in the module's folder or one of those above it. */
    public static boolean hasIgnoreFile(File dockerfile, MavenProject module) {
        Path path = dockerfile.toPath().toAbsolutePath();
        boolean found = Files.exists(path.resolveSibling(path.getFileName() + ".dockerignore"))
                || narrows(path.resolveSibling("."));
        Path folder = module.getBasedir() == null ? null : module.getBasedir().toPath();
        while (!found && folder != null) {
            found = narrows(folder);
            // A module that needs others is built in the folder of the whole reactor.
            Path above = folder.getParent();
            folder = above != null && Files.exists(above.resolve("pom.xml")) ? above : null;
        }
        return found;
    }

    private static boolean narrows(Path folder) {
        return IGNORE_FILES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }
}
