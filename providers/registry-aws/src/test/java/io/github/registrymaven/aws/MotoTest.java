package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.StepOutcome;
import io.github.registrymaven.testkit.MotoServer;
import io.github.registrymaven.testkit.Programs;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;

/** A second opinion: the calls of a survey against moto, which others wrote. */
class MotoTest {
    private static final String HOST = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

    @TempDir
    private Path home;

    @Test
    void tellsWhatMotoKnows() throws Exception {
        String missing = Programs.missing(MotoServer.PROGRAM);
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        try (MotoServer moto = MotoServer.start();
                EcrClient ecr = EcrClient.builder()
                        .endpointOverride(URI.create(moto.endpoint()))
                        .region(Region.EU_WEST_1)
                        .httpClient(UrlConnectionHttpClient.create())
                        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                        .build()) {
            ecr.createRepository(
                    make -> make.repositoryName("team/app").imageTagMutability(ImageTagMutability.IMMUTABLE));

            Build.Outcome there = new Build(home, moto.endpoint())
                    .images(HOST + "/team/app:1.0")
                    .saw("manifest", 404, "")
                    .ask();
            Build.Outcome absent = new Build(home, moto.endpoint())
                    .images(HOST + "/team/apq:1.0")
                    .ask();

            assertThat(there.finding("aws-identity").verdict()).isEqualTo(Verdict.PASS);
            assertThat(there.finding("repository").summary()).isEqualTo(HOST + "/team/app exists");
            assertThat(there.finding("tag").evidence()).containsExactly("the repository is IMMUTABLE");
            assertThat(there.finding("push-actions").evidence())
                    .contains("ecr:GetAuthorizationToken: allowed, by a login that AWS gave");
            // moto has no creation templates, so a push might create it for all that is known.
            assertThat(absent.finding("repository").verdict()).isNotEqualTo(Verdict.PASS);
            assertThat(absent.finding("repository").evidence()).contains("probably meant: team/app");
        }
    }

    @Test
    void setsUpWhatMotoThenShows() throws Exception {
        String missing = Programs.missing(MotoServer.PROGRAM);
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        try (MotoServer moto = MotoServer.start()) {
            Map<String, String> keys = Map.of("AWS_ACCESS_KEY_ID", "any", "AWS_SECRET_ACCESS_KEY", "any");
            List<String> images = List.of(HOST + "/team/app:1.0");

            List<StepOutcome> outcomes =
                    Setup.of(home, keys, moto.endpoint(), images, setup -> setup.apply(setup.plan()));
            Plan afterwards = Setup.of(home, keys, moto.endpoint(), images, Setup::plan);

            assertThat(Setup.fates(outcomes))
                    .containsExactly("ecr:CreateRepository Done", "ecr:PutLifecyclePolicy Done");
            assertThat(afterwards.steps()).isEmpty();
            assertThat(Setup.kept(afterwards))
                    .contains("the repository is IMMUTABLE, and stays so", "it has a lifecycle policy");
        }
    }
}
