package io.github.registrymaven.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.lifecycle.Pushed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a tag that stays beside one that moves, and of the one that moves. */
final class MovingTagSurvivalTest {
    private static final String PROTECTED = "'tagStatus': 'tagged', 'tagPrefixList': ['latest'], ";
    private static final String LAST = "'countType': 'imageCountMoreThan', 'countNumber': ";
    private static final String OLD = "'countType': 'sinceImagePushed', 'countUnit': 'days', 'countNumber': ";

    private static States ecr(String... selections) {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < selections.length; i++) {
            rules.append(i == 0 ? "" : ", ")
                    .append("{'rulePriority': ")
                    .append(i + 1)
                    .append(", 'selection': {")
                    .append(selections[i])
                    .append("}, 'action': {'type': 'expire'}}");
        }
        return States.ecr().policy("{'rules': [" + rules + "]}");
    }

    private static Judgement survival(States states, String... tags) {
        return states.judged("requireTagSurvives", PolicyLevel.MINIMUM, tags);
    }

    @Test
    void aRuleThatProtectsLatestDoesNotTakeTheVersionBesideIt() {
        States states = ecr(PROTECTED + LAST + 1, "'tagStatus': 'any', " + LAST + 100);

        Judgement judgement = survival(states, "1.0", "latest");

        assertThat(judgement.outcome()).isEqualTo(Outcome.PASS);
        assertThat(judgement.fact())
                .isEqualTo("deletes 1.0 after 100 more pushes: rule 2 keeps the newest 100 images, "
                        + "once latest has moved on");
    }

    @Test
    void aCountNeverTakesATagThatEachPushTakesAlong() {
        States states = ecr(PROTECTED + LAST + 1, "'tagStatus': 'any', " + LAST + 1);

        assertThat(survival(states, "latest").outcome()).isEqualTo(Outcome.PASS);
        assertThat(survival(states, "latest").fact())
                .isEqualTo("never deletes latest: each push takes it along, and "
                        + "rule 1 keeps the newest image tagged like latest*");
        assertThat(survival(states, "1.0-SNAPSHOT").outcome()).isEqualTo(Outcome.PASS);
        assertThat(survival(states, "main").outcome()).isEqualTo(Outcome.PASS);
        assertThat(survival(states, "1.0").outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void theVersionGoesByItsOwnRuleOnceLatestHasMovedOn() {
        States states = ecr(PROTECTED + LAST + 1, "'tagStatus': 'any', " + LAST + 1);

        Judgement judgement = survival(states, "1.0", "latest");

        assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judgement.fact()).startsWith("deletes 1.0 after 1 more push: rule 2 keeps the newest image, once");
    }

    @Test
    void whatIsKeptForItsMovingTagGoesWhenThatIsGone() {
        States states = States.google()
                .policy("{'keep-latest': {'action': 'KEEP', 'condition': {'tagPrefixes': ['latest']}}, "
                        + "'delete-old': {'action': 'DELETE', 'condition': {'tagState': 'ANY', 'olderThan': '3d'}}}");

        Judgement judgement = survival(states, "1.0", "latest");

        assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judgement.fact())
                .isEqualTo("deletes 1.0 after 3 days and after 1 more push: policy delete-old deletes what it matches "
                        + "when older than 3 days, once latest has moved on");
        assertThat(survival(states, "latest").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aTagThatMovesIsOldWhereNoPushComes() {
        States states = ecr(PROTECTED + OLD + 3, "'tagStatus': 'any', " + LAST + 100);

        Judgement both = survival(states, "1.0", "latest");
        Judgement alone = survival(states, "latest");

        assertThat(both.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(both.fact()).startsWith("deletes 1.0, latest after 3 days without another push: rule 1 deletes");
        assertThat(alone.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(alone.fact()).startsWith("deletes latest after 3 days without another push: rule 1 deletes");
    }

    @Test
    void oneRuleForAllTagsIsToldOnce() {
        States states = ecr("'tagStatus': 'any', " + OLD + 3);

        assertThat(survival(states, "1.0", "latest").fact())
                .isEqualTo("deletes 1.0, latest after 3 days: rule 1 deletes images pushed more than 3 days ago");
        assertThat(survival(ecr("'tagStatus': 'untagged', " + OLD + 3), "1.0", "latest")
                        .fact())
                .isEqualTo("never deletes 1.0, latest: no rule selects it");
    }

    @Test
    void aTagMayBeSaidToMove() {
        States states = ecr(PROTECTED.replace("latest", "current") + LAST + 1, "'tagStatus': 'any', " + LAST + 100);
        List<Pushed> pushed = List.of(new Pushed("team/app", List.of("1.0", "current"), 1));

        Terms silent = Terms.of(PolicyLevel.MINIMUM).pushing(pushed);
        Terms said = new Terms(PolicyLevel.MINIMUM, pushed, List.of("curr*"), null, null, null, List.of());

        assertThat(states.judged("requireTagSurvives", silent).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(states.judged("requireTagSurvives", said).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aPurgeOfAcrLeavesTheTagThatMovedAmongTheNewest() {
        States states = States.acr().policy("{'purgeTasks': ['acr purge --filter team/app:.* --ago 1d --keep 3']}");

        assertThat(survival(states, "1.0", "latest").fact())
                .startsWith("deletes 1.0 after 1 day and after 2 more pushes: purgeTasks[0] takes away tags");
    }
}
