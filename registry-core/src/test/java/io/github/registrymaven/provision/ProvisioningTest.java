package io.github.registrymaven.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        Machine machine = new Machine(Map.of(), Map.of(), home, Clock.systemUTC());
        List<RequestedImage> images = Stream.of(references)
                .map(reference -> new RequestedImage(reference, "registry.images"))
                .toList();
        return Provisioning.of(
                new PreflightRequest(
                        images,
                        Probe.UPLOAD,
                        null,
                        Set.of(),
                        Map.of(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
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
