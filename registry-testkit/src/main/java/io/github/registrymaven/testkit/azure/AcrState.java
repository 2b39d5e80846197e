package io.github.registrymaven.testkit.azure;

import io.github.registrymaven.testkit.TestRegistry;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A registry: its settings and locks here, its images in a {@link TestRegistry}. */
final class AcrState {
    static final String ADMIN_PASSWORD = "testkit-admin-password";

    private final String name;
    private final String host;
    private final String subscription;
    private final String tenant;
    private final AcrDescription settings;
    private final Set<String> locked = ConcurrentHashMap.newKeySet();
    private volatile @Nullable TestRegistry images;

    AcrState(String name, String suffix, String subscription, String tenant, AcrDescription settings) {
        this.name = name;
        this.host = name + "." + suffix;
        this.subscription = subscription;
        this.tenant = tenant;
        this.settings = settings;
    }

    void keepImagesIn(TestRegistry registry) {
        images = registry;
    }

    TestRegistry images() {
        return Objects.requireNonNull(images);
    }

    String name() {
        return name;
    }

    String host() {
        return host;
    }

    String tenant() {
        return tenant;
    }

    String subscription() {
        return subscription;
    }

    String subscriptionId() {
        return "/subscriptions/" + subscription;
    }

    String resourceId() {
        return subscriptionId() + "/resourceGroups/images/providers/Microsoft.ContainerRegistry/registries/" + name;
    }

    AcrDescription settings() {
        return settings;
    }

    /** @param what a repository, {@code repository:tag} or {@code repository@digest} */
    void lock(String what) {
        locked.add(what);
    }

    boolean isLocked(String what) {
        return locked.contains(what);
    }
}
