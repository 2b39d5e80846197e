package io.github.registrymaven.testkit.aws;

import io.github.registrymaven.testkit.TestRegistry;
import io.github.registrymaven.testkit.TestRegistryBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The registries of the account: one for each region that a call was signed for, empty unless it was furnished. */
final class EcrRegions implements AutoCloseable {
    private final Arns home;
    private final Clock clock;
    private final List<Policy> serviceControl;
    private final @Nullable Policy endpoint;
    private final Consumer<TestRegistryBuilder> homeWords;
    private final Map<String, Region> regions = new ConcurrentHashMap<>();

    /** One registry, and what answers for it. */
    record Region(EcrRegistry registry, Map<String, EcrCall.Answer> answers) {}

    /**
     * The registries.
     *
     * @param homeWords more words about the registry of the home region
     */
    EcrRegions(
            Arns home,
            Clock clock,
            List<Policy> serviceControl,
            @Nullable Policy endpoint,
            Consumer<TestRegistryBuilder> homeWords) {
        this.home = home;
        this.clock = clock;
        this.serviceControl = List.copyOf(serviceControl);
        this.endpoint = endpoint;
        this.homeWords = homeWords;
    }

    Region home() {
        return of(home.region());
    }

    Region of(String region) {
        return regions.computeIfAbsent(region, this::opened);
    }

    Authorizer authorizer(Arns arns) {
        return new Authorizer(arns, serviceControl, endpoint, null);
    }

    private Region opened(String region) {
        Arns arns = new Arns(home.account(), region);
        EcrRegistry registry = new EcrRegistry(arns, clock);
        DockerTokens tokens = new DockerTokens(clock);
        Authorizer authorizer = new Authorizer(arns, serviceControl, endpoint, registry);
        TestRegistryBuilder images =
                TestRegistry.builder().clock(clock).controlPlane(new EcrDoor(registry, tokens, authorizer));
        if (region.equals(home.region())) {
            homeWords.accept(images);
        }
        try {
            registry.keepImagesIn(images.start());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        EcrRules rules = new EcrRules(registry, authorizer);
        Map<String, EcrCall.Answer> answers = new HashMap<>();
        answers.putAll(new EcrRepositories(rules).answers());
        answers.putAll(new EcrPolicies(rules).answers());
        answers.putAll(new EcrScanning(rules).answers());
        answers.putAll(new EcrImages(rules).answers());
        answers.putAll(new EcrLayers(rules).answers());
        answers.putAll(new EcrPutImage(rules).answers());
        answers.putAll(new EcrAccount(rules, tokens).answers());
        return new Region(registry, Map.copyOf(answers));
    }

    @Override
    public void close() throws IOException {
        for (Region region : regions.values()) {
            region.registry().images().close();
        }
    }
}
