package io.github.registrymaven.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which failures stay failures, by the terms of the push. */
class ReadByTermsTest {
    private static final ImageReference IMAGE =
            ((ParsedReference.Valid) ImageReference.parse("h.example/team/app:1")).reference();

    private static Verdict read(PushTerms terms, Stage stage, Cause cause) {
        Finding failure = Finding.of("check", stage, Verdict.FAIL, "a failure").because(cause);
        return new ReadByTerms(terms, IMAGE).read(List.of(failure)).get(0).verdict();
    }

    @ParameterizedTest
    @CsvSource({
        "NETWORK, REGISTRY_UNREACHABLE_DNS, UNKNOWN",
        "NETWORK, TLS_UNTRUSTED_CERTIFICATE, UNKNOWN",
        "CREDENTIALS, CONNECTION_REFUSED, UNKNOWN",
        "NETWORK, CREDENTIALS_MISSING, UNKNOWN",
        "NETWORK, REGISTRY_SERVER_ERROR, FAIL",
        "CREDENTIALS, CREDENTIALS_REJECTED, FAIL",
        "PERMISSION, PERMISSION_DENIED, FAIL"
    })
    void aCarrierHasAWayOfItsOwnAndGetsTheSameAnswers(Stage stage, Cause cause, Verdict verdict) {
        assertThat(read(PushTerms.USUAL.carrier("docker's daemon"), stage, cause))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "NETWORK, REGISTRY_UNREACHABLE_DNS, FAIL",
        "CREDENTIALS, CREDENTIALS_MISSING, UNKNOWN",
        "REPOSITORY, REPOSITORY_NOT_FOUND, UNKNOWN",
        "PERMISSION, PERMISSION_DENIED, UNKNOWN"
    })
    void anUnseenLoginHasTheSameWayAndMayGetOtherAnswers(Stage stage, Cause cause, Verdict verdict) {
        assertThat(read(PushTerms.USUAL.with(new PushLogin.Unseen("unseen")), stage, cause))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"NETWORK, REGISTRY_UNREACHABLE_DNS", "PERMISSION, PERMISSION_DENIED"})
    void onTheUsualTermsAFailureStaysOne(Stage stage, Cause cause) {
        assertThat(read(PushTerms.USUAL, stage, cause)).isEqualTo(Verdict.FAIL);
    }
}
