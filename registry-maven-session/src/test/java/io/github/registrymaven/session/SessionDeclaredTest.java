package io.github.registrymaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionDeclaredTest {
    @TempDir
    Path folder;

    @SuppressWarnings("deprecation") // the other way to a session is to mock one
    private MavenSession aBuild() {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(folder.toFile());
        return new MavenSession(null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    }

    private static ImageReference image(String repository) {
        return ((ParsedReference.Valid)
                        ImageReference.parse("123456789012.dkr.ecr.eu-west-1.amazonaws.com/" + repository + ":1.0"))
                .reference();
    }

    private static List<String> subjects(SessionDeclared declared, List<File> places, ImageReference... images) {
        return declared.governing(places, List.of(images)).keySet().stream()
                .map(RepositoryState::subject)
                .collect(Collectors.toList());
    }

    @Test
    void readsAFileOnceForAllRulesAndModules() throws IOException {
        Path file = folder.resolve("main.tf");
        Files.writeString(file, """
                resource "aws_ecr_repository" "app" { name = "app" }
                resource "aws_ecr_repository" "job" { name = "job" }
                """);
        List<File> places = List.of(file.toFile());
        MavenSession build = aBuild();
        assertThat(subjects(new SessionDeclared(build), places, image("app")))
                .containsExactly("aws_ecr_repository.app");

        Files.delete(file);

        assertThat(subjects(new SessionDeclared(build), places, image("job")))
                .containsExactly("aws_ecr_repository.job");
        assertThat(subjects(new SessionDeclared(build), places)).hasSize(2);
        assertThat(subjects(new SessionDeclared(aBuild()), places)).isEmpty();
    }
}
