package io.github.registrymaven.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.catalogue.Confidence;
import io.github.registrymaven.catalogue.Explainer;
import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {
    private static final Explanation AMBIGUOUS = read("denied: requested access to the resource is denied");
    private static final Explanation CLEAR = read("denied: permission_denied: write_package");

    private static Explanation read(String text) {
        return new Explainer().explain("registry.message", text);
    }

    private static ImageReport answered(Verdict verdict, Finding... checks) {
        return new ImageReport(
                "docker.io/team/app:1",
                null,
                "docker.io",
                "team/app",
                "1",
                null,
                null,
                "registry.image",
                verdict,
                null,
                List.of(checks));
    }

    private static ImageReport failed(Cause cause) {
        return answered(
                Verdict.FAIL,
                Finding.of(
                                "login",
                                Stage.CREDENTIALS,
                                Verdict.FAIL,
                                "docker.io/team/app takes no pushes without a login")
                        .because(cause)
                        .seeing("no login for docker.io was found"));
    }

    @Test
    void wordsForSeveralCausesAreDecidedByTheRegistry() {
        Explanation decided = SecondLook.at(AMBIGUOUS, failed(Cause.CREDENTIALS_MISSING));

        assertThat(decided.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
        assertThat(decided.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(decided.alternatives())
                .startsWith(Cause.PERMISSION_DENIED)
                .doesNotContain(Cause.CREDENTIALS_MISSING);
        assertThat(decided.summary()).contains("no login for docker.io was found");
    }

    @Test
    void wordsThatNameTheirCauseAreNotOverruled() {
        Explanation decided = SecondLook.at(CLEAR, failed(Cause.CREDENTIALS_MISSING));

        assertThat(decided.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(decided.summary()).contains("something else is broken (credentials-missing)");
    }

    @Test
    void aGuessIsDecidedByWhateverTheRegistryAnswers() {
        assertThat(SecondLook.at(AMBIGUOUS, failed(Cause.CREDENTIALS_REJECTED)).cause())
                .isEqualTo(Cause.CREDENTIALS_REJECTED);
    }

    @Test
    void aGuessIsNotDecidedByWhatKeepsTheRegistryOutOfReachNow() {
        Explanation decided = SecondLook.at(
                AMBIGUOUS,
                answered(
                        Verdict.FAIL,
                        Finding.of("registry-reachable", Stage.NETWORK, Verdict.FAIL, "docker.io refuses connections")
                                .because(Cause.CONNECTION_REFUSED)));

        assertThat(decided.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(decided.confidence()).isEqualTo(Confidence.GUESS);
        assertThat(decided.summary()).contains("something else is broken (connection-refused)");
    }

    @Test
    void aNameThatFitsNoRegistryIsNotCalledTheRegistrysAnswer() {
        Explanation decided = SecondLook.at(
                AMBIGUOUS,
                answered(
                        Verdict.FAIL,
                        Finding.of("reference", Stage.REFERENCE, Verdict.FAIL, "the name has three parts too few")
                                .because(Cause.INVALID_IMAGE_REFERENCE)));

        assertThat(decided.cause()).isEqualTo(AMBIGUOUS.cause());
        assertThat(decided.summary())
                .contains("The registry was not asked: the name has three parts too few")
                .doesNotContain("Asked just now");
    }

    @Test
    void theSameAnswerMakesItCertain() {
        Explanation decided = SecondLook.at(AMBIGUOUS, failed(Cause.PERMISSION_DENIED));

        assertThat(decided.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(decided.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(decided.alternatives()).isEmpty();
    }

    @Test
    void aRegistryThatWouldTakeThePushNowDecidesNothing() {
        Explanation decided = SecondLook.at(AMBIGUOUS, answered(Verdict.PASS));

        assertThat(decided.cause()).isEqualTo(AMBIGUOUS.cause());
        assertThat(decided.confidence()).isEqualTo(Confidence.GUESS);
        assertThat(decided.summary()).contains("would take the push");
    }

    @Test
    void whatCouldNotBeFoundOutIsSaid() {
        Explanation decided = SecondLook.at(
                AMBIGUOUS,
                answered(
                        Verdict.UNKNOWN,
                        Finding.of(
                                "registry-reachable", Stage.NETWORK, Verdict.UNKNOWN, "docker.io answers too late")));

        assertThat(decided.cause()).isEqualTo(AMBIGUOUS.cause());
        assertThat(decided.summary()).contains("could not be found out: docker.io answers too late");
    }

    @Test
    void offlineNothingIsAsked() {
        assertThat(SecondLook.at(AMBIGUOUS, answered(Verdict.SKIPPED)).summary())
                .contains("not asked (offline)");
    }

    @Test
    void anImageThatTheTextDoesNotNameIsNamed() {
        assertThat(SecondLook.at(AMBIGUOUS, failed(Cause.CREDENTIALS_MISSING)).subject())
                .isEqualTo("docker.io/team/app:1");
        assertThat(SecondLook.at(
                                read(
                                        "denied: requested access to the resource is denied: ghcr.io/v2/other/app/manifests/2"
                                                + " (docker push ghcr.io/other/app:2)"),
                                failed(Cause.CREDENTIALS_MISSING))
                        .subject())
                .isEqualTo("ghcr.io/other/app:2");
    }

    @Test
    void aTextThatSaysNothingIsNotCalledOneForSeveralCauses() {
        Explanation decided = SecondLook.at(read("exit value 1"), failed(Cause.CREDENTIALS_MISSING));

        assertThat(decided.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
        assertThat(decided.summary()).startsWith("The text does not tell. Asked just now, the registry does: ");
    }
}
