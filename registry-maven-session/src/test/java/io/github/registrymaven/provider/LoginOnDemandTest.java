package io.github.registrymaven.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.preflight.CloudLogin;
import io.github.registrymaven.preflight.ControlPlane;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginOnDemandTest {
    private static final String ECR = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.0";

    @TempDir
    private Path folder;

    private static ImageReference image(String text) {
        return ((ParsedReference.Valid) ImageReference.parse(text)).reference();
    }

    private Providers providers(Jars jars) {
        return new Providers(
                "1.0", getClass().getClassLoader(), () -> new Maven(folder.resolve("local")).from(jars.repository()));
    }

    private CredentialLookup login(Jars jars) throws InterruptedException {
        Machine machine = new Machine(Map.of(), Map.of(), folder, Clock.systemUTC());
        NetworkOptions options = new NetworkOptions(machine, List.of(), Set.of(), Map.of(), Duration.ofSeconds(1));
        try (Providers providers = providers(jars);
                RegistryHttp http = RegistryHttp.open(options, Deadline.in(Duration.ofSeconds(1)))) {
            return LoginOnDemand.all(providers)
                    .get(0)
                    .login(new SurveyRequest(image(ECR).host(), List.of(image(ECR)), machine, http, Map.of()));
        }
    }

    private Jars module(boolean serves, String login) throws IOException {
        String body = "public boolean serves(io.github.registrymaven.reference.ImageReference image) { return " + serves
                + "; } public io.github.registrymaven.credential.CredentialLookup login("
                + "io.github.registrymaven.preflight.SurveyRequest request) { " + login + " }";
        return new Jars(folder.resolve("remote"))
                .provider("registry-aws", "1.0", CloudLogin.class.getName(), "Aws", body, "");
    }

    @Test
    void bringsNoModuleInForAnotherRegistry() {
        CloudLogin aws = LoginOnDemand.all(new Providers("1.0", getClass().getClassLoader(), () -> {
                    throw new AssertionError("nothing is to be resolved");
                }))
                .get(0);

        assertThat(aws.serves(image("ghcr.io/team/app:1.0"))).isFalse();
        assertThat(aws.serves(image(ECR))).isTrue();
        // The SDK's module for it is not there.
        assertThat(aws.serves(image("public.ecr.aws/alias/app:1.0"))).isFalse();
        assertThat(LoginOnDemand.isGivenFor(ECR)).isTrue();
        assertThat(LoginOnDemand.isGivenFor("contoso.azurecr.io/team/app:1.0")).isTrue();
        assertThat(LoginOnDemand.isGivenFor("ghcr.io/team/app:1.0")).isFalse();
        assertThat(LoginOnDemand.isGivenFor("No Name")).isFalse();
    }

    @Test
    void asksTheModuleThatIsThere() throws Exception {
        CredentialLookup lookup = login(module(
                true,
                "return new io.github.registrymaven.credential.CredentialLookup.None(java.util.List.of(\"asked\"));"));

        assertThat(lookup).isEqualTo(new CredentialLookup.None(List.of("asked")));
    }

    @Test
    void asksForNoLoginThatTheModuleDoesNotMake() throws Exception {
        CredentialLookup lookup = login(module(false, "throw new IllegalStateException(\"not to be asked\");"));

        assertThat(lookup.lookedAt())
                .containsExactly("registry-aws: makes no logins for 111122223333.dkr.ecr.eu-west-1.amazonaws.com");
    }

    @Test
    void saysWhichDependencyToAddWhereTheModuleCannotBeHad() throws Exception {
        CredentialLookup lookup = login(new Jars(folder.resolve("remote")));

        assertThat(lookup).isInstanceOf(CredentialLookup.Failed.class);
        assertThat(((CredentialLookup.Failed) lookup)
                        .remedies()
                        .get(0)
                        .files()
                        .get(0)
                        .content())
                .contains("<artifactId>registry-aws</artifactId>");
    }

    @Test
    void aModuleIsResolvedAndLoadedOnceForAllThatItDoes() throws Exception {
        Jars jars = module(true, "return null;");
        AtomicInteger resolved = new AtomicInteger();
        try (Providers providers = new Providers("1.0", getClass().getClassLoader(), () -> {
            resolved.incrementAndGet();
            return new Maven(folder.resolve("local")).from(jars.repository());
        })) {
            assertThat(providers.find(CloudLogin.class, "registry-aws")).isInstanceOf(ProviderLookup.Found.class);
            assertThat(providers.find(ControlPlane.class, "registry-aws")).isInstanceOf(ProviderLookup.Absent.class);

            assertThat(resolved).hasValue(1);
        }
    }

    @Test
    void breaksNoBuildWhereTheModuleBreaks() throws Exception {
        CredentialLookup lookup = login(module(true, "throw new IllegalStateException(\"a bug\");"));

        assertThat(lookup).isInstanceOf(CredentialLookup.Failed.class);
        assertThat(((CredentialLookup.Failed) lookup).summary()).isEqualTo("registry-aws failed by itself");
    }
}
