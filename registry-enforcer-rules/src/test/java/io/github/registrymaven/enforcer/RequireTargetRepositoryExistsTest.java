package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequireTargetRepositoryExistsTest {
    private final RequireTargetRepositoryExists rule =
            new RequireTargetRepositoryExists(TestModule.ofABuildThatPushesNothing());

    private static ImageReport image(Verdict whole, Finding... checks) {
        return new ImageReport(
                "registry.example.com/team/app:1",
                null,
                "registry.example.com",
                "team/app",
                "1",
                false,
                null,
                "a rule",
                whole,
                null,
                List.of(checks));
    }

    private static Finding said(Stage stage, Verdict verdict) {
        return Finding.of(stage.id(), stage, verdict, "what " + stage.id() + " says");
    }

    @Test
    void passesOneThatIsThereWhoeverMayPushToIt() {
        ImageReport image =
                image(Verdict.FAIL, said(Stage.REPOSITORY, Verdict.PASS), said(Stage.PERMISSION, Verdict.FAIL));

        assertThat(rule.verdict(image)).isEqualTo(Verdict.PASS);
    }

    @Test
    void failsOneThatIsAbsent() {
        ImageReport image =
                image(Verdict.FAIL, said(Stage.CREDENTIALS, Verdict.PASS), said(Stage.REPOSITORY, Verdict.FAIL));

        assertThat(rule.verdict(image)).isEqualTo(Verdict.FAIL);
        assertThat(rule.told(image)).contains("what repository says");
    }

    @Test
    void doesNotKnowWhereTheWayThereIsBroken() {
        ImageReport login =
                image(Verdict.FAIL, said(Stage.CREDENTIALS, Verdict.FAIL), said(Stage.REPOSITORY, Verdict.SKIPPED));

        assertThat(rule.verdict(login)).isEqualTo(Verdict.UNKNOWN);
        assertThat(rule.told(login))
                .startsWith("requireTargetRepositoryExists: whether the repository of registry.example.com/team/app:1"
                        + " exists was not found out: ")
                .contains("what credentials says");
        assertThat(rule.verdict(image(Verdict.UNKNOWN))).isEqualTo(Verdict.UNKNOWN);
        assertThat(rule.verdict(image(Verdict.UNKNOWN, said(Stage.REPOSITORY, Verdict.UNKNOWN))))
                .isEqualTo(Verdict.UNKNOWN);
    }
}
