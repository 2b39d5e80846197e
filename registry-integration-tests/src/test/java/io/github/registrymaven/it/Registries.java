package io.github.registrymaven.it;

import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.TestRegistry;
import io.github.registrymaven.testkit.TestRegistryBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** The registries of the integration projects. Their users are the servers of {@code src/it/settings.xml}. */
public final class Registries {
    private Registries() {}

    /**
     * Starts a registry for the project in a folder, which finds its address in the property {@code it.registry}. There
     * {@code publisher} may push, pull and delete below {@code team}, and {@code reader} may pull. The scripts find it in their
     * context as {@code registry}.
     */
    public static void start(File basedir, Map<String, Object> context) throws IOException {
        start(basedir, context, described(), "");
    }

    /**
     * The same, and behind the same address what answers like docker's daemon, to every push what a daemon says that pushes as
     * {@code reader}. Clients that go by docker-java find it in their property.
     */
    public static void startWithDaemon(File basedir, Map<String, Object> context) throws IOException {
        Daemon daemon = new Daemon("denied: requested access to the resource is denied");
        start(basedir, context, described().sideDoor(daemon), "DOCKER_HOST = tcp://%s");
    }

    private static TestRegistryBuilder described() {
        return TestRegistry.builder()
                .bearer()
                .user("publisher", "publishers-word")
                .grant("publisher", "team/*", Action.PULL, Action.PUSH, Action.DELETE)
                .user("reader", "readers-word")
                .grant("reader", "team/*", Action.PULL);
    }

    private static void start(
            File basedir, Map<String, Object> context, TestRegistryBuilder described, String moreProperties)
            throws IOException {
        TestRegistry registry = described.start();
        // The invoker plugin hands the properties of this file to the build.
        Files.write(
                basedir.toPath().resolve("test.properties"),
                List.of("it.registry = " + registry.host(), String.format(moreProperties, registry.host())));
        context.put("registry", registry);
    }
}
