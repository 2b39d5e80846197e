package io.github.registrymaven.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.preflight.ControlPlane;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudOnDemandTest {
    private static final String SPI = ControlPlane.class.getName();
    private static final String ECR = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.0";

    @TempDir
    private Path folder;

    private static ImageReference image(String text) {
        return ((ParsedReference.Valid) ImageReference.parse(text)).reference();
    }

    private ControlPlane aws(Providers providers) {
        return CloudOnDemand.all(providers).get(0);
    }

    private Providers providers(Jars jars) {
        return new Providers(
                "1.0", getClass().getClassLoader(), () -> new Maven(folder.resolve("local")).from(jars.repository()));
    }

    private Survey survey(ControlPlane cloud) throws InterruptedException {
        Machine machine = new Machine(Map.of(), Map.of(), folder, Clock.systemUTC());
        NetworkOptions options = new NetworkOptions(machine, List.of(), Set.of(), Map.of(), Duration.ofSeconds(1));
        try (RegistryHttp http = RegistryHttp.open(options, Deadline.in(Duration.ofSeconds(1)))) {
            return cloud.survey(new SurveyRequest(image(ECR).host(), List.of(image(ECR)), machine, http, Map.of()));
        }
    }

    private List<RepositoryState> states(ControlPlane cloud) throws InterruptedException {
        Machine machine = new Machine(Map.of(), Map.of(), folder, Clock.systemUTC());
        NetworkOptions options = new NetworkOptions(machine, List.of(), Set.of(), Map.of(), Duration.ofSeconds(1));
        try (RegistryHttp http = RegistryHttp.open(options, Deadline.in(Duration.ofSeconds(1)))) {
            List<ImageReference> twice = List.of(image(ECR), image(ECR.replace("1.0", "2.0")));
            return cloud.states(new SurveyRequest(image(ECR).host(), twice, machine, http, Map.of()));
        }
    }

    private static Finding only(Survey survey) {
        List<Finding> findings =
                survey.findings(new Sight(image(ECR), new CredentialLookup.None(List.of()), null, null, null));
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void bringsNoModuleInForAnotherRegistry() {
        ControlPlane aws = aws(new Providers("1.0", getClass().getClassLoader(), () -> {
            throw new AssertionError("nothing is to be resolved");
        }));

        assertThat(aws.serves(image("ghcr.io/team/app:1.0"))).isFalse();
        assertThat(aws.serves(image(ECR))).isTrue();
        assertThat(aws.serves(image("public.ecr.aws/alias/app:1.0"))).isTrue();
    }

    @Test
    void saysWhichDependencyToAddWhereTheModuleCannotBeHad() throws InterruptedException {
        try (Providers providers = providers(new Jars(folder.resolve("remote")))) {
            Survey survey = survey(aws(providers));

            Finding finding = only(survey);
            assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(finding.stage()).isEqualTo(Stage.REPOSITORY);
            assertThat(finding.evidence().get(0)).contains("registry-aws:1.0 is needed");
            assertThat(finding.remedies().get(0).files().get(0).content())
                    .contains("<artifactId>registry-aws</artifactId>", "<version>1.0</version>");
            assertThat(survey.mayOpenUpload(image(ECR))).isTrue();
        }
    }

    @Test
    void asksTheModuleThatIsThere() throws IOException, InterruptedException {
        try (Providers providers = providers(module("return new Says();"))) {
            assertThat(survey(aws(providers)).mayOpenUpload(image(ECR))).isFalse();
        }
    }

    @Test
    void breaksNoBuildWhereTheModuleBreaks() throws IOException, InterruptedException {
        try (Providers providers = providers(module("throw new IllegalStateException(\"a bug\");"))) {
            Finding finding = only(survey(aws(providers)));

            assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(finding.evidence()).contains("registry-aws failed by itself");
        }
    }

    @Test
    void knowsNothingOfARepositoryWhereTheModuleCannotBeHad() throws InterruptedException {
        try (Providers providers = providers(new Jars(folder.resolve("remote")))) {
            List<RepositoryState> states = states(aws(providers));

            assertThat(states).hasSize(1);
            assertThat(states.get(0).repository()).isEqualTo("team/app");
            assertThat(states.get(0).tags().toString()).contains("registry-aws");
            assertThat(states.get(0).tags()).isInstanceOf(Setting.Unseen.class);
        }
    }

    @Test
    void handsOverTheStatesOfTheModuleThatIsThere() throws IOException, InterruptedException {
        try (Providers providers = providers(module("return new Says();"))) {
            assertThat(states(aws(providers)))
                    .extracting(RepositoryState::subject)
                    .containsExactly("from the module");
        }
    }

    @Test
    void knowsNothingOfARepositoryWhereTheModuleBreaks() throws IOException, InterruptedException {
        String broken = "throw new IllegalStateException(\"a bug\");";
        try (Providers providers = providers(module(broken, broken))) {
            assertThat(states(aws(providers)).get(0).lifecycle())
                    .isEqualTo(new Setting.Unseen<>(
                            "registry-aws failed by itself: java.lang.IllegalStateException: a bug"));
        }
    }

    private Jars module(String survey) throws IOException {
        return module(
                survey,
                "return java.util.List.of(io.github.registrymaven.policy.RepositoryState.unseen("
                        + "io.github.registrymaven.reference.RegistryKind.ECR, \"from the module\", \"a\", \"b\", \"c\"));");
    }

    private Jars module(String survey, String states) throws IOException {
        String body = "public boolean serves(io.github.registrymaven.reference.ImageReference image) { return true; }"
                + " public io.github.registrymaven.preflight.Survey survey("
                + "io.github.registrymaven.preflight.SurveyRequest request) { " + survey + " }"
                + " public java.util.List<io.github.registrymaven.policy.RepositoryState> states("
                + "io.github.registrymaven.preflight.SurveyRequest request) { " + states + " }"
                + " static final class Says implements io.github.registrymaven.preflight.Survey {"
                + " public boolean mayOpenUpload(io.github.registrymaven.reference.ImageReference image) { return false; }"
                + " public java.util.List<io.github.registrymaven.preflight.Finding> findings("
                + "io.github.registrymaven.preflight.Sight sight) { return java.util.List.of(); } }";
        return new Jars(folder.resolve("remote")).provider("registry-aws", "1.0", SPI, "Aws", body, "");
    }
}
