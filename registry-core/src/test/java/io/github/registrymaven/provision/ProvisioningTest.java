package io.github.registrymaven.provision;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisioningTest {
    @TempDir
    private Path home;

    private final List<String> asked = new ArrayList<>();

    private final Provisioner cloud = new Provisioner() {
        @Override
        public boolean serves(ImageReference image) {
            return image.host().endsWith("cloud.example");
        }

        @Override
        public Plan plan(SurveyRequest request) {
            asked.add("plan " + request.host() + " " + request.images().size());
            Step step = new Step("app", "does it", "make", Map.of(), "make", "make", List.of(), false);
            return new Plan(
                    request.host(), List.of(new RepositoryPlan("app", List.of(step), List.of(), List.of())), null);
        }

        @Override
        public List<StepOutcome> apply(SurveyRequest request, List<Step> steps) {
            asked.add("apply " + request.host() + " " + steps.size());
            return steps.stream().<StepOutcome>map(StepOutcome.Done::new).toList();
        }
    };

    private Provisioning provisioning(String... references) {
        return provisioning(Map.of(), references);
    }

    private Provisioning provisioning(Map<String, URI> endpoints, String... references) {
        Machine machine = new Machine(Map.of(), Map.of(), home, Clock.systemUTC());
        List<RequestedImage> images = Stream.of(references)
                .map(reference -> new RequestedImage(reference, "registry.images"))
                .toList();
        return Provisioning.of(
                new PreflightRequest(
                        images,
                        Probe.UPLOAD,
                        null,
                        Set.of("127.0.0.1", "acmeprod.azurecr.io"),
                        endpoints,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        false),
                new Surroundings(machine, List.of(), List.of()),
                List.of(cloud));
    }

    @Test
    void plansOnceForEachHostAndDoesNothingByItself() throws InterruptedException {
        try (Provisioning provisioning =
                provisioning("one.cloud.example/app:1", "two.cloud.example/app:1", "one.cloud.example/app:2")) {
            List<Plan> plans = provisioning.plan();

            assertThat(plans).extracting(Plan::host).containsExactly("one.cloud.example", "two.cloud.example");
            assertThat(asked).containsExactly("plan one.cloud.example 2", "plan two.cloud.example 1");
        }
    }

    @Test
    void doesThePlanOfAHostThere() throws InterruptedException {
        try (Provisioning provisioning = provisioning("one.cloud.example/app:1", "two.cloud.example/app:1")) {
            Plan second = provisioning.plan().get(1);

            assertThat(provisioning.apply(second))
                    .hasOnlyElementsOfType(StepOutcome.Done.class)
                    .hasSize(1);
            assertThat(asked).last().isEqualTo("apply two.cloud.example 1");
        }
    }

    @Test
    void onAzureARepositoryIsMadeByItsFirstPushAndNeedsNothing() throws Exception {
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/v2/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        registry.start();
        URI url = URI.create("http://127.0.0.1:" + registry.getAddress().getPort());

        try (Provisioning provisioning = provisioning(
                Map.of("acmeprod.azurecr.io", url),
                "acmeprod.azurecr.io/team/app:1",
                "acmeprod.azurecr.io/team/app:2",
                "acmeprod.azurecr.io/team/db:1")) {
            Plan plan = provisioning.plan().get(0);

            assertThat(plan.obstacle()).isNull();
            assertThat(plan.repositories())
                    .extracting(RepositoryPlan::repository)
                    .containsExactly("team/app", "team/db");
            assertThat(plan.repositories().get(0).kept())
                    .singleElement()
                    .asString()
                    .startsWith("made by its first push");
            assertThat(plan.steps()).isEmpty();
        } finally {
            registry.stop(0);
        }
    }

    @Test
    void aRegistryOnAzureThatDoesNotAnswerIsSaidAndNeverMade() throws Exception {
        HttpServer gone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI url = URI.create("http://127.0.0.1:" + gone.getAddress().getPort());
        gone.stop(0);

        try (Provisioning provisioning =
                provisioning(Map.of("acmeprod.azurecr.io", url), "acmeprod.azurecr.io/team/app:1")) {
            Finding obstacle = Objects.requireNonNull(provisioning.plan().get(0).obstacle());

            assertThat(obstacle.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(obstacle.summary())
                    .startsWith("whether the registry acmeprod.azurecr.io is there was not found out");
            assertThat(obstacle.remedies().get(0).commands())
                    .containsExactly("az acr show --name acmeprod --output table");
        }
    }

    @Test
    void saysOfOtherRegistriesThatNothingIsKnown() throws InterruptedException {
        try (Provisioning provisioning = provisioning("reg.example/app:1")) {
            Plan plan = provisioning.plan().get(0);
            Finding obstacle = plan.obstacle();

            assertThat(obstacle).isNotNull();
            assertThat(obstacle == null ? null : obstacle.verdict()).isEqualTo(Verdict.SKIPPED);
            assertThat(provisioning.apply(plan)).isEmpty();
        }
    }
}
