package io.github.registrymaven.doctor;

import io.github.registrymaven.machine.Machine;
import java.util.Map;

/** What the build runs on. */
final class JavaFact {
    private JavaFact() {}

    static Fact of(Machine machine) {
        Map<String, String> properties = machine.properties();
        return Fact.ok(
                "java",
                "Java " + properties.getOrDefault("java.version", "of unknown version") + " of "
                        + properties.getOrDefault("java.vendor", "an unknown vendor") + " on "
                        + properties.getOrDefault("os.name", "an unknown system") + " "
                        + properties.getOrDefault("os.arch", ""));
    }
}
