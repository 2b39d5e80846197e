package io.github.registrymaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.dockerfile.ReadDockerfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionDockerfilesTest {
    @TempDir
    Path folder;

    @SuppressWarnings("deprecation") // the other way to a session is to mock one
    private SessionDockerfiles dockerfiles() {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(folder.toFile());
        return new SessionDockerfiles(new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult()));
    }

    private MavenProject module() {
        MavenProject module = new MavenProject();
        module.setFile(folder.resolve("pom.xml").toFile());
        return module;
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void looksBesideThePomAndWhereDockerMavenPluginAndJKubeDo() throws IOException {
        assertThat(SessionDockerfiles.of(module())).isEmpty();

        write("Dockerfile", "FROM a:1");
        write("src/main/docker/Dockerfile", "FROM b:1");
        write("src/main/docker/Dockerfile.native", "FROM c:1");

        assertThat(SessionDockerfiles.of(module()))
                .containsExactly(
                        folder.resolve("Dockerfile").toFile(),
                        folder.resolve("src/main/docker/Dockerfile").toFile());
    }

    @Test
    void readsAFileOnceInASession() throws IOException {
        SessionDockerfiles dockerfiles = dockerfiles();
        Path file = write("Dockerfile", "FROM a:1");

        ReadDockerfile first = dockerfiles.read(file.toFile());
        Files.writeString(file, "FROM b:1");

        assertThat(first).isInstanceOf(ReadDockerfile.Sound.class);
        assertThat(first.shown()).isEqualTo("Dockerfile");
        assertThat(dockerfiles.read(file.toFile())).isSameAs(first);
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThat(dockerfiles().read(folder.resolve("docker/None").toFile()))
                .isEqualTo(new ReadDockerfile.Unsound("docker/None", 1, "there is no such file"));
    }

    @Test
    void findsAnIgnoreFileBesideADockerfileOrItsModule() throws IOException {
        Path file = write("docker/Dockerfile", "FROM a:1");
        assertThat(SessionDockerfiles.hasIgnoreFile(file.toFile(), module())).isFalse();

        write(".dockerignore", ".git");

        assertThat(SessionDockerfiles.hasIgnoreFile(file.toFile(), module())).isTrue();
    }

    @Test
    void findsTheIgnoreFileOfAWholeReactorButOfNoFolderAboveIt() throws IOException {
        write("pom.xml", "<project/>");
        write("service/pom.xml", "<project/>");
        Path file = write("service/Dockerfile", "FROM a:1");
        MavenProject service = new MavenProject();
        service.setFile(folder.resolve("service/pom.xml").toFile());
        write(".maven-dockerignore", ".git");
        assertThat(SessionDockerfiles.hasIgnoreFile(file.toFile(), service)).isTrue();

        Files.delete(folder.resolve("pom.xml"));
        assertThat(SessionDockerfiles.hasIgnoreFile(file.toFile(), service)).isFalse();
    }
}
