package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState.Source;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PolicyReportTest {
    static final Judgement BROKEN = new Judgement(
            "requireTagImmutability",
            "aws_ecr_repository.app",
            "infra/main.tf:12",
            Source.DECLARED,
            Outcome.FAIL,
            PolicyLevel.GOOD,
            "lets tags move in general (MUTABLE)",
            "IMMUTABLE",
            List.of(new Remedy(
                    "Make its tags immutable",
                    List.of(),
                    List.of(new Remedy.File("infra/main.tf", "image_tag_mutability = \"IMMUTABLE\"\n")))));
    static final Judgement OPEN = new Judgement(
            "banPublicRegistry",
            "team/app",
            "registry.example.com",
            Source.LIVE,
            Outcome.NOT_APPLICABLE,
            PolicyLevel.GOOD,
            "has no such setting",
            null,
            List.of());

    @Test
    void writesAJudgementByTheContract() {
        JsonObject written = JsonParser.parseString(new PolicyJson().write(List.of(BROKEN, OPEN)))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();

        assertThat(written.keySet())
                .containsExactly(
                        "rule", "subject", "location", "source", "verdict", "policyLevel", "message", "remedies");
        assertThat(written.get("source").getAsString()).isEqualTo("declared");
        assertThat(written.get("verdict").getAsString()).isEqualTo("fail");
        assertThat(written.get("message").getAsString())
                .isEqualTo("aws_ecr_repository.app lets tags move in general (MUTABLE); wanted: IMMUTABLE");
    }

    @Test
    void showsWhatIsBrokenWithPlaceAndChange() {
        assertThat(new PolicyConsole().of(BROKEN)).isEqualTo("""
                        aws_ecr_repository.app lets tags move in general (MUTABLE)

                            rule      requireTagImmutability, level good
                            where     infra/main.tf:12
                            wanted    IMMUTABLE
                            fix       - Make its tags immutable
                                          infra/main.tf:
                                            image_tag_mutability = "IMMUTABLE\"""");
    }

    @Test
    void tellsWhatSeveralRulesSayOfAPlaceOnce() {
        assertThat(new PolicyConsole().line(List.of(OPEN, another(OPEN, "requireImageScanning"))))
                .isEqualTo("not-applicable  banPublicRegistry, requireImageScanning: team/app has no such setting"
                        + " (registry.example.com)");
    }

    private static Judgement another(Judgement one, String rule) {
        return new Judgement(
                rule,
                one.subject(),
                one.location(),
                one.source(),
                one.outcome(),
                one.level(),
                one.fact(),
                one.wanted(),
                one.remedies());
    }

    @Test
    void showsTheRestInALine() {
        assertThat(new PolicyConsole().of(OPEN))
                .isEqualTo("not-applicable  banPublicRegistry: team/app has no such setting (registry.example.com)");
        assertThat(new PolicyConsole().total(List.of(BROKEN, OPEN, OPEN))).isEqualTo("1 fail, 2 not-applicable");
    }
}
