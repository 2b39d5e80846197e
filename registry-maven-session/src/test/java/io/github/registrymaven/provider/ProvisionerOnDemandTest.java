package io.github.registrymaven.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.Provisioner;
import io.github.registrymaven.provision.Step;
import io.github.registrymaven.provision.StepOutcome;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionerOnDemandTest {
    private static final String ECR = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.0";
    private static final Step STEP = new Step("a", "does it", "x", Map.of(), "x", "x", List.of(), false);

    @TempDir
    private Path folder;

    private interface Work<T> {
        T with(Provisioner cloud, SurveyRequest request) throws InterruptedException;
    }

    private <T> T with(Jars jars, Work<T> work) throws InterruptedException {
        ImageReference image = ((ParsedReference.Valid) ImageReference.parse(ECR)).reference();
        Machine machine = new Machine(Map.of(), Map.of(), folder, Clock.systemUTC());
        NetworkOptions options = new NetworkOptions(machine, List.of(), Set.of(), Map.of(), Duration.ofSeconds(1));
        try (Providers providers = new Providers(
                        "1.0",
                        getClass().getClassLoader(),
                        () -> new Maven(folder.resolve("local")).from(jars.repository()));
                RegistryHttp http = RegistryHttp.open(options, Deadline.in(Duration.ofSeconds(1)))) {
            return work.with(
                    ProvisionerOnDemand.all(providers).get(0),
                    new SurveyRequest(image.host(), List.of(image), machine, http, Map.of()));
        }
    }

    private Jars module(String plan) throws IOException {
        String body = "public boolean serves(io.github.registrymaven.reference.ImageReference image) { return true; }"
                + " public io.github.registrymaven.provision.Plan plan("
                + "io.github.registrymaven.preflight.SurveyRequest request) { " + plan + " }"
                + " public java.util.List<io.github.registrymaven.provision.StepOutcome> apply("
                + "io.github.registrymaven.preflight.SurveyRequest request,"
                + " java.util.List<io.github.registrymaven.provision.Step> steps) {"
                + " return java.util.List.of(new io.github.registrymaven.provision.StepOutcome.Done(steps.get(0))); }";
        return new Jars(folder.resolve("remote"))
                .provider("registry-aws", "1.0", Provisioner.class.getName(), "Aws", body, "");
    }

    private List<StepOutcome> apply(Jars jars) throws InterruptedException {
        return with(jars, (cloud, request) -> cloud.apply(request, List.of(STEP)));
    }

    private static Finding obstacle(Plan plan) {
        return Objects.requireNonNull(plan.obstacle());
    }

    @Test
    void asksTheModuleThatIsThere() throws Exception {
        Jars jars =
                module("return new io.github.registrymaven.provision.Plan(\"planned\", java.util.List.of(), null);");

        assertThat(with(jars, Provisioner::plan).host()).isEqualTo("planned");
        assertThat(apply(jars)).hasOnlyElementsOfType(StepOutcome.Done.class);
    }

    @Test
    void saysWhichDependencyToAddWhereTheModuleCannotBeHad() throws Exception {
        Jars none = new Jars(folder.resolve("remote"));

        Finding obstacle = obstacle(with(none, Provisioner::plan));

        assertThat(obstacle.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(obstacle.remedies().get(0).files().get(0).content())
                .contains("<artifactId>registry-aws</artifactId>");
        assertThat(apply(none)).hasOnlyElementsOfType(StepOutcome.NotTried.class);
    }

    @Test
    void aModuleThatBreaksIsAnObstacle() throws Exception {
        Jars jars = module("throw new IllegalStateException(\"a bug\");");

        assertThat(obstacle(with(jars, Provisioner::plan)).summary()).endsWith("registry-aws failed by itself");
    }
}
