package io.github.registrymaven.credential;

import static io.github.registrymaven.credential.Home.HAS_NOTHING;
import static io.github.registrymaven.credential.Home.answering;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WellKnownHelpersTest {
    private static final String ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

    private final Path temp;
    private final Home home;

    WellKnownHelpersTest(@TempDir Path temp) {
        this.temp = temp;
        home = new Home(temp);
    }

    @ParameterizedTest
    @CsvSource({
        ECR + ", ecr-login",
        "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn, ecr-login",
        "123456789012.dkr-ecr.eu-west-1.on.aws, ecr-login",
        "public.ecr.aws, ecr-login",
        "gcr.io, gcr",
        "eu.gcr.io, gcr",
        "europe-west1-docker.pkg.dev, gcr",
        "gcr.io, gcloud",
        "example.azurecr.io, acr-env"
    })
    void asksTheHelperOfTheCloudWhereNoConfigNamesOne(String host, String helper)
            throws InterruptedException, IOException {
        home.helper(helper, answering("u", "s"));

        FoundCredential found = home.found(host);

        assertThat(Home.plain(found)).isEqualTo("u:s");
        assertThat(found.origin().description()).isEqualTo("docker-credential-" + helper + ", found on the PATH");
        assertThat(home.questions()).containsExactly("get " + host);
    }

    @Test
    void doesNotAskTheHelperOfAnotherCloud() throws InterruptedException, IOException {
        home.helper("ecr-login", answering("u", "s")).helper("gcr", answering("u", "s"));

        home.none("ghcr.io");
        home.none("notgcr.io");
        home.none("example.azurecr.io");

        assertThat(home.questions()).isEmpty();
    }

    @Test
    void doesNotAskWhereTheConfigNamesAHelper() throws InterruptedException, IOException {
        home.dockerConfig("{\"credsStore\":\"own\"}")
                .helper("own", HAS_NOTHING)
                .helper("ecr-login", answering("u", "s"));

        home.none(ECR);

        assertThat(home.questions()).containsExactly("get " + ECR);
    }

    @Test
    void notesAHelperThatFailsAndDoesNotFail() throws InterruptedException {
        home.helper("ecr-login", "echo 'no AWS account' >&2; exit 1");

        assertThat(home.none(ECR).lookedAt())
                .last()
                .isEqualTo("docker-credential-ecr-login, found on the PATH: ended with status 1 (no AWS account)");
    }

    @Test
    void notesAHelperThatIsNotThereOrHasNothing() throws InterruptedException {
        home.helper("gcloud", HAS_NOTHING);

        assertThat(home.none("gcr.io").lookedAt())
                .endsWith(
                        "docker-credential-gcr: not on the PATH",
                        "docker-credential-gcloud, found on the PATH: has nothing for gcr.io");
    }

    @Test
    void notesAHelperThatMayNotBeRun() throws InterruptedException {
        Path program = temp.resolve("programs/docker-credential-ecr-login");
        home.helper("ecr-login", answering("u", "s"));
        assertThat(program.toFile().setExecutable(false)).isTrue();

        assertThat(home.none(ECR).lookedAt())
                .last()
                .isEqualTo("docker-credential-ecr-login: not executable, " + program);
    }
}
