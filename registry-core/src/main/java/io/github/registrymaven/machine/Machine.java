package io.github.registrymaven.machine;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * What the machine and its user bring to a build. Everything that reads the environment, the user's files or the time
 * asks here, so a test decides what there is and nothing of the developer's own leaks in.
 *
 * @param environment the environment variables
 * @param properties the JVM's system properties, as they were when asked
 * @param home the user's home folder
 * @param clock the time
 */
public record Machine(Map<String, String> environment, Map<String, String> properties, Path home, Clock clock) {
    public Machine {
        environment = Map.copyOf(environment);
        properties = Map.copyOf(properties);
    }

    /** This machine, now. */
    public static Machine current() {
        Map<String, String> properties = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> {
            String value = System.getProperty(name);
            if (value != null) {
                properties.put(name, value);
            }
        });
        Path home = Path.of(properties.getOrDefault("user.home", "."));
        return new Machine(System.getenv(), properties, home, Clock.systemUTC());
    }
}
