package io.github.registrymaven.testkit.google;

import io.github.registrymaven.testkit.StoredImage;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The registries to which docker-style clients push: one for each location, and those of gcr.io. */
final class Hosts implements AutoCloseable {
    private static final Map<String, String> GCR =
            Map.of("gcr.io", "us", "us.gcr.io", "us", "eu.gcr.io", "europe", "asia.gcr.io", "asia");

    private final Map<String, TestRegistry> registries = new ConcurrentSkipListMap<>();

    /** The host of a repository. */
    static String of(String location, String repository) {
        return GCR.containsKey(repository) ? repository : location + "-docker.pkg.dev";
    }

    static boolean isGcr(String host) {
        return GCR.containsKey(host);
    }

    static String location(String host) {
        return GCR.getOrDefault(host, host.replace("-docker.pkg.dev", ""));
    }

    void add(String host, TestRegistry registry) {
        registries.put(host, registry);
    }

    @Nullable
    TestRegistry find(String host) {
        return registries.get(host);
    }

    Set<String> names() {
        return registries.keySet();
    }

    List<StoredImage> images(GarRepository repository, String path) {
        String host = of(repository.location(), repository.id());
        TestRegistry registry = registries.get(host);
        return registry == null ? List.of() : registry.images(path(repository, path));
    }

    /** What lies in a repository, by package. */
    Map<String, List<StoredImage>> packages(GarRepository repository) {
        TestRegistry registry = registries.get(of(repository.location(), repository.id()));
        Map<String, List<StoredImage>> packages = new TreeMap<>();
        if (registry == null) {
            return packages;
        }
        String prefix = path(repository, "");
        for (String name : registry.repositories()) {
            if (name.startsWith(prefix)) {
                packages.put(name.substring(prefix.length()), registry.images(name));
            }
        }
        return packages;
    }

    /** The path below the host. */
    static String path(GarRepository repository, String image) {
        String inProject = isGcr(repository.id()) ? image : repository.id() + "/" + image;
        return repository.project().replace(':', '/') + "/" + inProject;
    }

    @Override
    public void close() throws IOException {
        for (TestRegistry registry : registries.values()) {
            registry.close();
        }
    }
}
