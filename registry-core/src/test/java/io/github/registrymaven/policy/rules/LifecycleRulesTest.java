package io.github.registrymaven.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.lifecycle.Pushed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LifecycleRulesTest {
    private static final String UNTAGGED = rule(
            1, "'tagStatus': 'untagged', 'countType': 'sinceImagePushed', " + "'countUnit': 'days', 'countNumber': 7");

    private static String rule(int priority, String selection) {
        return "{'rulePriority': " + priority + ", 'selection': {" + selection + "}, 'action': {'type': 'expire'}}";
    }

    private static String newest(int priority, String pattern, int count) {
        return rule(
                priority,
                "'tagStatus': 'tagged', 'tagPatternList': ['" + pattern + "'], 'countType': 'imageCountMoreThan', "
                        + "'countNumber': " + count);
    }

    private static States ecr(String... rules) {
        return States.ecr().policy("{'rules': [" + String.join(", ", rules) + "]}");
    }

    @ParameterizedTest
    @EnumSource(PolicyLevel.class)
    void noPolicyIsHeldAgainstARepository(PolicyLevel level) {
        Judgement judgement = States.ecr().noPolicy().judged("requireLifecyclePolicy", level, "1.0");

        assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judgement.message()).startsWith("repository has no lifecycle policy, so images pile up for ever");
    }

    @Test
    void thePoliciesThatAreProposedAreStrict() throws Exception {
        String ecr = proposed(States.ecr().noPolicy());
        String google = proposed(States.google().noPolicy());

        assertThat(States.ecr()
                        .policy(ecr)
                        .judged("requireLifecyclePolicy", PolicyLevel.STRICT, "1.0")
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(States.google()
                        .policy(google)
                        .judged("requireLifecyclePolicy", PolicyLevel.STRICT, "1.0")
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(States.ecr()
                        .policy(ecr)
                        .judged("banLifecycleConflicts", PolicyLevel.STRICT)
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void aPolicyThatDeletesNothingIsNone() {
        States keeps = States.google().policy("{'k': {'action': 'KEEP', 'condition': {'tagState': 'ANY'}}}");

        Judgement judgement = keeps.judged("requireLifecyclePolicy", PolicyLevel.MINIMUM);

        assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judgement.fact()).contains("KEEP only says what a DELETE must leave");
    }

    @Test
    void aDryRunIsNoPolicy() {
        States dry = States.google()
                .lifecycle(new Setting.Seen<>(
                        new Lifecycle.Policy(
                                "{\"d\": {\"action\": \"DELETE\", \"condition\": {\"olderThan\": \"1d\"}}}", true),
                        "x"));

        assertThat(dry.judged("requireLifecyclePolicy", PolicyLevel.MINIMUM).fact())
                .contains("dry run");
    }

    @Test
    void whatIsGoodBoundsUntaggedAndTagged() {
        assertThat(ecr(UNTAGGED)
                        .judged("requireLifecyclePolicy", PolicyLevel.MINIMUM)
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(ecr(UNTAGGED)
                        .judged("requireLifecyclePolicy", PolicyLevel.GOOD)
                        .fact())
                .contains("keeps images with a tag for ever");
        assertThat(ecr(newest(2, "*", 5))
                        .judged("requireLifecyclePolicy", PolicyLevel.GOOD)
                        .fact())
                .contains("keeps untagged images");
        assertThat(ecr(UNTAGGED, newest(2, "*", 5))
                        .judged("requireLifecyclePolicy", PolicyLevel.GOOD)
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(ecr(UNTAGGED, newest(2, "*", 50), newest(3, "v*", 5))
                        .judged("requireLifecyclePolicy", PolicyLevel.GOOD)
                        .fact())
                .contains("rule 3 never takes an image");
    }

    @Test
    void whatIsStrictKnowsTheTag() {
        States states = ecr(UNTAGGED, newest(2, "*", 5));

        assertThat(states.judged("requireLifecyclePolicy", PolicyLevel.STRICT).outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(states.judged("requireLifecyclePolicy", PolicyLevel.STRICT, "1.0")
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void anInvalidPolicyIsHeldAgainstWhoDeclaresIt() {
        String wrong = "{'rules': [{'rulePriority': 0}]}";

        Judgement declared = States.ecr()
                .declared("aws_ecr_repository.app", "main.tf:3")
                .policy(wrong)
                .judged("requireLifecyclePolicy", PolicyLevel.MINIMUM);
        Judgement live = States.ecr().policy(wrong).judged("requireLifecyclePolicy", PolicyLevel.MINIMUM);

        assertThat(declared.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(declared.fact()).contains("rules[0].rulePriority is 0");
        assertThat(live.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aTagSurvivesByAgeOrByPushes() {
        assertThat(survives(ecr(newest(1, "v*", 5)), PolicyLevel.GOOD, "v1")).isEqualTo(Outcome.PASS);
        assertThat(survives(ecr(newest(1, "v*", 4)), PolicyLevel.GOOD, "v1")).isEqualTo(Outcome.FAIL);
        assertThat(survives(ecr(newest(1, "v*", 1)), PolicyLevel.MINIMUM, "main"))
                .isEqualTo(Outcome.PASS);
        assertThat(survives(States.ecr().noPolicy(), PolicyLevel.STRICT, "v1")).isEqualTo(Outcome.PASS);
        assertThat(survives(States.ecr(), PolicyLevel.STRICT, "v1")).isEqualTo(Outcome.UNKNOWN);
        assertThat(survives(ecr(UNTAGGED), PolicyLevel.STRICT)).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void saysWhichRuleTakesTheTagAndWhen() {
        Judgement judgement = ecr(rule(
                        3,
                        "'tagStatus': 'any', 'countType': 'sinceImagePushed', 'countUnit': 'days', 'countNumber': 3"))
                .judged("requireTagSurvives", PolicyLevel.MINIMUM, "1.2.0");

        assertThat(judgement.message())
                .isEqualTo("repository deletes 1.2.0 after 3 days: rule 3 deletes images pushed more than 3 days ago; "
                        + "wanted: that it stays for 7 days or 2 pushes");
    }

    @Test
    void aKnownRateOfPushesMakesDaysOfThem() {
        List<Pushed> pushed = List.of(new Pushed("team/app", List.of("v1"), 1));
        States states = ecr(newest(1, "v*", 10));

        Terms daily = new Terms(PolicyLevel.GOOD, pushed, List.of(), Duration.ofDays(10), 5, 1.0, List.of());
        Terms busy = new Terms(PolicyLevel.GOOD, pushed, List.of(), Duration.ofDays(10), 5, 2.0, List.of());

        assertThat(states.judged("requireTagSurvives", daily).outcome()).isEqualTo(Outcome.PASS);
        assertThat(states.judged("requireTagSurvives", busy).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void conflictsAreHeldAgainstAPolicyAndDoubtsByLevel() {
        States shadowed = ecr(newest(1, "v*", 5), newest(2, "v1*", 5));
        States both = States.ecr()
                .policy("{'rules': [" + newest(1, "prod*", 5).replace("['prod*']", "['prod*', 'dev*']") + "]}");

        assertThat(shadowed.judged("banLifecycleConflicts", PolicyLevel.MINIMUM).fact())
                .contains("rule 2 never takes an image");
        assertThat(both.judged("banLifecycleConflicts", PolicyLevel.MINIMUM).outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(both.judged("banLifecycleConflicts", PolicyLevel.GOOD).outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(States.ecr()
                        .noPolicy()
                        .judged("banLifecycleConflicts", PolicyLevel.STRICT)
                        .outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void whetherImmutableTagsCanBeDeletedIsNotKnown() {
        States states = States.google()
                .tags(true, "immutableTags")
                .policy("{'d': {'action': 'DELETE', 'condition': {'olderThan': '30d'}}}");

        assertThat(states.judged("banLifecycleConflicts", PolicyLevel.MINIMUM).outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(states.judged("banLifecycleConflicts", PolicyLevel.GOOD).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void whatNeedsPremiumIsAskedForOnlyByTheStrict() {
        States basic = States.acr().lifecycle(new Setting.Inapplicable<>("retention needs the Premium SKU"));

        assertThat(basic.judged("requireLifecyclePolicy", PolicyLevel.GOOD).outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(basic.judged("requireLifecyclePolicy", PolicyLevel.STRICT).outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void whereTheSkuHasNoRetentionATaskPurgesAndRetentionIsNotProposed() {
        States none = States.acr().lifecycle(new Setting.Inapplicable<>("retention needs the Premium SKU"));
        States tagsOnly = States.acr()
                .declared("azurerm_container_registry.acr", "main.tf:3")
                .policy("{'purgeTasks': [\"acr purge --filter .*:.* --ago 30d\"]}")
                .exposedBySku(false);

        Judgement absent = none.judged("requireLifecyclePolicy", PolicyLevel.STRICT);
        Judgement loose = tagsOnly.judged("requireLifecyclePolicy", PolicyLevel.GOOD);

        assertThat(absent.wanted()).startsWith("a task that purges");
        assertThat(absent.remedies())
                .extracting(Remedy::title)
                .containsExactly("Purge old tags each night, but for 20");
        assertThat(loose.remedies()).extracting(Remedy::title).containsExactly("Purge old tags each night, but for 20");
    }

    @Test
    void whatDeletesNothingForWantOfPremiumNeitherTakesATagNorConflicts() {
        States basic = States.acr().lifecycle(new Setting.Inapplicable<>("retention needs the Premium SKU"));

        assertThat(basic.judged("requireTagSurvives", PolicyLevel.STRICT, "1.2.0")
                        .outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(basic.judged("banLifecycleConflicts", PolicyLevel.STRICT).outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void retentionOfAcrBoundsNothingThatHasATag() {
        States retention = States.acr().policy("{'retention': {'status': 'enabled', 'days': 7}}");
        States task = States.acr()
                .policy("{'retention': {'status': 'enabled', 'days': 7}, "
                        + "'purgeTasks': ['acr purge --filter team/app:.* --ago 60d --keep 20']}");

        assertThat(retention
                        .judged("requireLifecyclePolicy", PolicyLevel.MINIMUM)
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(retention.judged("requireLifecyclePolicy", PolicyLevel.GOOD).outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(task.judged("requireLifecyclePolicy", PolicyLevel.STRICT, "1.0")
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void aPurgeThatOnlyTellsIsNoPolicy() {
        States tells = States.acr().policy("{'purgeTasks': ['acr purge --filter .*:.* --ago 1d --dry-run']}");

        assertThat(tells.judged("requireLifecyclePolicy", PolicyLevel.MINIMUM).outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(tells.judged("banLifecycleConflicts", PolicyLevel.MINIMUM).fact())
                .contains("purgeTasks[0] deletes nothing: it has --dry-run");
    }

    private static Outcome survives(States states, PolicyLevel level, String... tags) {
        return states.judged("requireTagSurvives", level, tags).outcome();
    }

    /** The policy that a remedy gives as a file. */
    private static String proposed(States states) {
        RepositoryState state = states.state();
        return LifecycleRemedies.of(state).get(0).files().get(0).content();
    }
}
