package io.github.registrymaven.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That a policy bounds some tags says nothing of the tags that a build pushes. */
final class BoundedTagsTest {
    private static final States ECR = States.ecr()
            .policy("{'rules': [{'rulePriority': 1, 'selection': {'tagStatus': 'tagged', 'tagPatternList': ['dev*'], "
                    + "'countType': 'imageCountMoreThan', 'countNumber': 9}, 'action': {'type': 'expire'}}, "
                    + "{'rulePriority': 2, 'selection': {'tagStatus': 'untagged', 'countType': 'sinceImagePushed', "
                    + "'countUnit': 'days', 'countNumber': 9}, 'action': {'type': 'expire'}}]}");
    private static final String UNTAGGED =
            "'untagged': {'action': 'DELETE', 'condition': {'tagState': 'UNTAGGED', 'olderThan': '9d'}}";
    private static final String DEV =
            "'dev': {'action': 'DELETE', 'condition': {'tagPrefixes': ['dev'], 'olderThan': '9d'}}";

    private static Judgement good(States states, String... tags) {
        return states.judged("requireLifecyclePolicy", PolicyLevel.GOOD, tags);
    }

    @Test
    void aTagThatNoRuleSelectsIsNotBounded() {
        assertThat(good(ECR, "v1.0").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(good(ECR, "v1.0").fact()).isEqualTo("keeps v1.0 for ever: no rule selects it");
        assertThat(good(ECR, "dev-1").outcome()).isEqualTo(Outcome.PASS);
        assertThat(good(ECR).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void whatMovesLeavesNothingThatHasATag() {
        assertThat(good(ECR, "latest").outcome()).isEqualTo(Outcome.PASS);
        assertThat(good(ECR, "v1.0", "latest").fact()).startsWith("keeps v1.0 for ever");
    }

    @Test
    void whatAPolicyKeepsItIsMeantToKeep() {
        String keep = "'releases': {'action': 'KEEP', 'condition': {'tagPrefixes': ['v']}}";
        String old = "'old': {'action': 'DELETE', 'condition': {'tagState': 'ANY', 'olderThan': '14d'}}";

        assertThat(good(States.google().policy("{" + keep + ", " + old + "}"), "v1.0")
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(good(States.google().policy("{" + UNTAGGED + ", " + DEV + "}"), "v1.0")
                        .fact())
                .isEqualTo("keeps v1.0 for ever: no policy deletes it");
    }

    @Test
    void aPurgeTaskIsForTheRepositoriesOfItsFilter() {
        String purge =
                "{'retention': {'status': 'enabled', 'days': 7}, 'purgeTasks': ['acr purge --filter NAME --ago 9d']}";

        assertThat(good(States.acr().policy(purge.replace("NAME", "team/app:.*")), "v1.0")
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(good(States.acr().policy(purge.replace("NAME", "team/other:.*")), "v1.0")
                        .fact())
                .isEqualTo("keeps v1.0 for ever: no purge task takes it");
    }
}
