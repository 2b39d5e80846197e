package io.github.registrymaven.testkit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DockerRegistryConformanceTest extends Conformance {
    private @Nullable DockerRegistry registry;

    @BeforeAll
    void start() throws IOException {
        String missing = Programs.missing("docker-registry");
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        registry = DockerRegistry.start("", "");
    }

    @AfterAll
    void stop() throws IOException {
        if (registry != null) {
            registry.close();
        }
    }

    @Override
    String url() {
        return "http://" + (registry == null ? "" : registry.host());
    }
}
