package io.github.registrymaven.it.quickstart;

import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts a registry in this JVM and runs {@code mvn deploy} of the example five times: once with everything right, and
 * four times with something wrong. Fails if a build does not end as it should.
 */
public final class Quickstart {
    private final MavenBuild build;
    private final PrintStream out;
    private final List<String> summary = new ArrayList<>();
    private boolean asExpected = true;

    private Quickstart(MavenBuild build, PrintStream out) {
        this.build = build;
        this.out = out;
    }

    /** Takes the folders of Maven, of the example, of what builds leave behind, and of the local repository. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        MavenBuild build = new MavenBuild(Path.of(arguments[0]), Path.of(arguments[1]), folder, Path.of(arguments[3]));
        // Maven 4 takes System.out for its log; this goes to the terminal as it is, on every Maven.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        new Quickstart(build, out).run();
    }

    private void run() throws IOException, InterruptedException {
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .user("publisher", "right")
                .grant("publisher", "team/*", Action.PULL, Action.PUSH, Action.DELETE)
                .user("reader", "right")
                .grant("reader", "team/*", Action.PULL)
                .start()) {
            String image = registry.host() + "/team/hello:1.0";
            List<Scenario> scenarios = List.of(
                    new Scenario("everything is right", image, "publisher", "right", null),
                    new Scenario("the password is wrong", image, "publisher", "wrong", "credentials-rejected"),
                    new Scenario("the user may pull, but not push", image, "reader", "right", "permission-denied"),
                    new Scenario("no registry is named", "hello:1.0", "publisher", "right", "invalid-image-reference"),
                    new Scenario(
                            "the registry is not there",
                            "127.0.0.1:" + closedPort() + "/team/hello:1.0",
                            "publisher",
                            "right",
                            "connection-refused"));
            for (int i = 0; i < scenarios.size(); i++) {
                show(i + 1, scenarios.size(), scenarios.get(i), registry);
            }
        }
        out.println();
        summary.forEach(out::println);
        if (!asExpected) {
            throw new IllegalStateException("a build of the quickstart did not end as it should, see above");
        }
    }

    private void show(int number, int of, Scenario scenario, TestRegistry registry)
            throws IOException, InterruptedException {
        out.println();
        out.println("=== " + number + " of " + of + ": " + scenario.title() + " ===");
        out.println();
        List<String> before = registry.contents();
        MavenBuild.Outcome outcome = build.deploy(scenario, out);
        boolean pushed = !registry.contents().equals(before);
        String problem = problem(scenario, outcome, pushed);
        if (problem != null) {
            asExpected = false;
            out.println(outcome.log());
        }
        String came =
                scenario.cause() == null ? "checked, then pushed" : "stopped before the push: " + scenario.cause();
        summary.add(number + ". " + scenario.title() + ": " + (problem == null ? came : "NOT AS EXPECTED, " + problem));
    }

    private static @Nullable String problem(Scenario scenario, MavenBuild.Outcome outcome, boolean pushed) {
        boolean meantToPass = scenario.cause() == null;
        if (outcome.succeeded() != meantToPass) {
            return "the build " + (outcome.succeeded() ? "succeeded" : "failed");
        }
        if (pushed != meantToPass) {
            return pushed ? "something was pushed" : "nothing was pushed";
        }
        return meantToPass || outcome.log().contains(String.valueOf(scenario.cause()))
                ? null
                : "the cause is not " + scenario.cause();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
