package io.github.registrymaven.aws;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.Provisioning;
import io.github.registrymaven.provision.StepOutcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A build that sets up the repositories of some images. */
final class Setup {
    private final Provisioning provisioning;

    private Setup(Provisioning provisioning) {
        this.provisioning = provisioning;
    }

    /** What is done with it, and ends with it. */
    interface Work<T> {
        T with(Setup setup) throws InterruptedException;
    }

    static <T> T of(Path home, Map<String, String> keys, String endpoint, List<String> images, Work<T> work)
            throws InterruptedException {
        Map<String, String> environment = new HashMap<>(keys);
        environment.put("AWS_ENDPOINT_URL", endpoint);
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        Machine machine = new Machine(environment, Map.of(), home, Clock.systemUTC());
        PreflightRequest request = new PreflightRequest(
                images.stream()
                        .map(image -> new RequestedImage(image, "registry.images"))
                        .toList(),
                Probe.UPLOAD,
                null,
                Set.of("127.0.0.1"),
                Map.of(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                false);
        try (Provisioning provisioning = Provisioning.of(
                request, new Surroundings(machine, List.of(), List.of()), List.of(new AwsProvisioner()))) {
            return work.with(new Setup(provisioning));
        }
    }

    Plan plan() throws InterruptedException {
        return provisioning.plan().get(0);
    }

    List<StepOutcome> apply(Plan plan) throws InterruptedException {
        return provisioning.apply(plan);
    }

    /** The calls of a plan, by repository. */
    static List<String> calls(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.repository() + " " + step.call())
                .toList();
    }

    /** What became of each step. */
    static List<String> fates(List<StepOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.step().call() + " " + outcome.getClass().getSimpleName())
                .toList();
    }

    /** All that a plan leaves alone. */
    static String kept(Plan plan) {
        return String.join(
                "; ",
                plan.repositories().stream()
                        .flatMap(repository -> Stream.concat(
                                repository.kept().stream(),
                                repository.unseen().stream().map(finding -> "unseen: " + finding.summary())))
                        .toList());
    }
}
