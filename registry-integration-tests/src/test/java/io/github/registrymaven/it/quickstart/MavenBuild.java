package io.github.registrymaven.it.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code mvn deploy} of the example, as a process of its own, in a home of its own. */
final class MavenBuild {
    private final Path maven;
    private final Path project;
    private final Path folder;
    private final Path outerRepository;

    /**
     * A way to build.
     *
     * @param maven the Maven to run
     * @param project the example's folder
     * @param folder where everything goes that a build leaves behind
     * @param outerRepository where third-party plugins have been downloaded to already
     */
    MavenBuild(Path maven, Path project, Path folder, Path outerRepository) {
        this.maven = maven;
        this.project = project;
        this.folder = folder;
        this.outerRepository = outerRepository;
    }

    /** Runs it and shows what matters of its output; the whole output, and whether it succeeded. */
    Outcome deploy(Scenario scenario, PrintStream out) throws IOException, InterruptedException {
        String host = scenario.image().contains("/")
                ? scenario.image().substring(0, scenario.image().indexOf('/'))
                : "no-host";
        List<String> typed = List.of("deploy", "-Dimage=" + scenario.image(), "-Dregistry.insecureRegistries=" + host);
        out.println("$ mvn " + String.join(" ", typed));
        out.println();
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        List<String> command = new ArrayList<>();
        command.add(maven.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn").toString());
        command.addAll(List.of(
                "--batch-mode",
                "--no-transfer-progress",
                "--settings",
                settings(host, scenario).toString()));
        command.addAll(typed);
        command.add(
                "-DaltDeploymentRepository=local::" + folder.resolve("deployed").toUri());
        // Jib sends a password over plain http only where it is told to.
        command.addAll(List.of("-DsendCredentialsOverHttp=true", "-Dstyle.color=never"));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        Path home = Files.createDirectories(folder.resolve("home"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-Duser.home=" + home);
        builder.environment().keySet().removeAll(List.of("MAVEN_ARGS", "DOCKER_CONFIG", "REGISTRY_AUTH_FILE"));
        Process process = builder.start();
        StringBuilder log = new StringBuilder();
        Excerpt excerpt = new Excerpt(out);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.append(line).append('\n');
                excerpt.show(line);
            }
        }
        return new Outcome(process.waitFor() == 0, log.toString());
    }

    /** How a build ended. */
    record Outcome(boolean succeeded, String log) {}

    private Path settings(String host, Scenario scenario) throws IOException {
        String repository = "<id>outer</id><url>" + outerRepository.toUri() + "</url>";
        return Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><localRepository>" + folder.resolveSibling("repository") + "</localRepository>\n"
                        + "<servers><server><id>" + host + "</id><username>" + scenario.user() + "</username><password>"
                        + scenario.password() + "</password></server></servers>\n"
                        + "<profiles><profile><id>outer</id>"
                        + "<repositories><repository>" + repository + "</repository></repositories>"
                        + "<pluginRepositories><pluginRepository>" + repository
                        + "</pluginRepository></pluginRepositories></profile></profiles>\n"
                        + "<activeProfiles><activeProfile>outer</activeProfile></activeProfiles></settings>\n");
    }
}
