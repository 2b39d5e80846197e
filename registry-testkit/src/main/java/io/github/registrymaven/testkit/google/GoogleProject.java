package io.github.registrymaven.testkit.google;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A project and its repositories. */
final class GoogleProject {
    private final String id;
    private final String number;
    private final Map<String, GarRepository> repositories = new ConcurrentSkipListMap<>();
    private volatile @Nullable ProjectTrouble trouble;

    GoogleProject(String id, String number) {
        this.id = id;
        this.number = number;
    }

    String id() {
        return id;
    }

    String number() {
        return number;
    }

    void add(GarRepository repository) {
        repositories.put(repository.name(), repository);
    }

    @Nullable
    GarRepository find(String name) {
        return repositories.get(name);
    }

    List<GarRepository> in(String location) {
        return repositories.values().stream()
                .filter(repository -> repository.location().equals(location))
                .toList();
    }

    List<GarRepository> all() {
        return List.copyOf(repositories.values());
    }

    void trouble(@Nullable ProjectTrouble kind) {
        trouble = kind;
    }

    void check(String service) throws RpcFailure {
        ProjectTrouble now = trouble;
        if (now != null) {
            throw now.failure(this, service);
        }
    }
}
