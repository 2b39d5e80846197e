package io.github.registrymaven.it;

import io.github.registrymaven.testkit.google.GoogleTestCloud;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Google Cloud projects of the integration projects. */
public final class GoogleProjects {
    private GoogleProjects() {}

    /**
     * Starts a Google Cloud for the project in a folder, in which {@code dev@example.com} may push to the repository
     * {@code app} of {@code acme-prod} in {@code europe-west3}. The build has that person's application default credentials,
     * in the folder {@code gcloud}, and finds Google's hosts by the property {@code registry.endpoints}. The scripts find the
     * cloud in their context as {@code cloud}.
     */
    public static void start(File basedir, Map<String, Object> context) throws IOException {
        start(basedir, context, "roles/artifactregistry.writer");
    }

    /** The same with another role for that person, on the whole project. */
    public static void start(File basedir, Map<String, Object> context, String role) throws IOException {
        GoogleTestCloud cloud = GoogleTestCloud.builder()
                .grant(role, "user:dev@example.com")
                .repository("app")
                .start();
        Path folder = Files.createDirectories(basedir.toPath().resolve("gcloud"));
        Files.write(folder.resolve("application_default_credentials.json"), List.of(cloud.userFile("dev@example.com")));
        String endpoints = cloud.endpoints().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(","));
        Files.write(basedir.toPath().resolve("test.properties"), List.of("registry.endpoints = " + endpoints));
        context.put("cloud", cloud);
    }
}
