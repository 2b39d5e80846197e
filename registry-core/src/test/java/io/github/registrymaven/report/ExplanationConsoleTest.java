package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.catalogue.Explainer;
import io.github.registrymaven.catalogue.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationConsoleTest {
    private final Explainer explainer = new Explainer();
    private final ExplanationConsole console = new ExplanationConsole();

    @Test
    void tellsTheCauseFirstThenWhatWasSeenThenTheFix() {
        Explanation explanation = explainer.explain(
                "push.log", "#21 ERROR: failed to push ghcr.io/team/app:1.0: denied: permission_denied: write_package");

        assertThat(console.of(explanation)).isEqualTo("""
                ghcr.io/team/app:1.0 refuses the push: this identity may not write there

                    cause     permission-denied, certain
                    seen      ERROR: failed to push ghcr.io/team/app:1.0: denied: permission_denied: write_package
                    in        push.log
                    means     The registry knows who is pushing, and this identity may not push to this repository.
                              A pull can still be allowed.
                    fix       - Give the token the scope write:packages (in a workflow of GitHub: permissions, packages: write), and the package team/app the role Write for the identity that pushes
                    more      mvn io.github.registrymaven:registry-maven-plugin:explain -Dregistry.cause=permission-denied""");
    }

    @Test
    void saysWhatElseItCouldBeAndThatItWasAPull() {
        Explanation explanation = explainer.explain(
                "push.log",
                "ERROR: failed to solve: failed to resolve source metadata for docker.io/team/base:9: "
                        + "docker.io/team/base:9: not found");

        assertThat(console.of(explanation))
                .contains("manifest-unknown, likely; otherwise repository-not-found")
                .contains("push.log, a pull, not the push itself");
    }

    @Test
    void tellsNoneOfSeveralCausesAsIfItHadBeenSeen() {
        String jib = """
                Unable to containerize image using Jib: Unauthorized for ghcr.io/team/app: 401 Unauthorized
                POST https://ghcr.io/v2/team/app/blobs/uploads/
                {"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}
                """;

        assertThat(console.of(explainer.explain("build.log", jib)))
                .startsWith("Probably ghcr.io/team/app refuses the login\n")
                .contains("the most frequent of several causes; otherwise", "permission-denied");
    }

    @Test
    void callsTheRegistryNeitherAbsentNorAName() {
        assertThat(console.of(explainer.explain(
                        "push.log", "RepositoryNotFoundException: the repository does not exist in the registry")))
                .contains("epository that the push names does not exist")
                .doesNotContain("he registry does not exist\n");
        assertThat(console.of(explainer.explain("push.log", "docker push: invalid reference format")))
                .contains("he image's name is none that can be pushed to");
    }

    @Test
    void namesTheHelperThatFailed() {
        assertThat(console.of(explainer.explain(
                        "push.log",
                        "error getting credentials - err: exec: \"docker-credential-gcloud\": executable file not found in"
                                + " $PATH, out: ``")))
                .contains("docker-credential-gcloud get");
    }

    @Test
    void ofATextThatSaysNothingOneLineIsEnough() {
        assertThat(console.of(explainer.explain("push.log", "BUILD SUCCESS")))
                .isEqualTo("push.log: Nothing in it is known as the failure of a push or pull of an image.");
    }

    @Test
    void sendsATerminalNoControlCharacterOfALog() {
        assertThat(console.of(explainer.explain("a\u001b[2Jb.log", "no basic auth credentials \u202e")))
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void countsManyByCause() {
        for (String text : new String[] {"no basic auth credentials", "no basic auth credentials", "fine"}) {
            Explanation explanation = explainer.explain("log", text);
            console.count(explanation);
        }

        assertThat(console.total()).isEqualTo("""
                3 logs, 2 with a failed push or pull
                       2  credentials-missing""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Get \"https://registry.example.com/v2/\": remote error: tls: bad certificate"
                        + "|registry.example.com refuses this client's certificate, or that it shows none",
                "failed to push registry.example.com/team/app:1: denied: registry is in read-only mode"
                        + "|registry.example.com/team/app:1 takes no pushes at all there",
                "failed to push registry.example.com/hub/app:1: denied: can not push artifact to a proxy project: hub"
                        + "|registry.example.com/hub/app:1 takes no pushes: that is a proxy or a group of other repositories",
                "login attempt to http://192.0.2.1:5000/v2/ failed with status: 404 Not Found"
                        + "|Probably 192.0.2.1:5000 answers as no registry does",
                "process \"/bin/sh -c ./mvnw -B verify\" did not complete successfully: exit code: 1"
                        + "|A command of the Dockerfile failed",
                "Unable to locate credentials. You can configure credentials by running \"aws configure\"."
                        + "|The registry was not asked: there is no login to the cloud",
            })
    void claimsFirstWhatTheWordsSayAndNotWhatTheirCauseMostlyIs(String text, String headline) {
        assertThat(console.of(explainer.explain("push.log", text))).startsWith(headline + "\n");
    }
}
