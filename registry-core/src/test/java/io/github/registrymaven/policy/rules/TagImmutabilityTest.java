package io.github.registrymaven.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.lifecycle.Pushed;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TagImmutabilityTest {
    private static Outcome judged(States states, PolicyLevel level, String... tags) {
        return states.judged("requireTagImmutability", level, tags).outcome();
    }

    @Test
    void theTagThatIsPushedIsWhatCountsAtMinimum() {
        States except = States.ecr().tags(true, "IMMUTABLE_WITH_EXCLUSION", "latest", "dev-*");
        States only = States.ecr().tags(false, "MUTABLE_WITH_EXCLUSION", "v*");

        assertThat(judged(except, PolicyLevel.MINIMUM, "1.2.0")).isEqualTo(Outcome.PASS);
        assertThat(judged(except, PolicyLevel.MINIMUM, "dev-7")).isEqualTo(Outcome.FAIL);
        assertThat(judged(only, PolicyLevel.MINIMUM, "v1")).isEqualTo(Outcome.PASS);
        assertThat(judged(only, PolicyLevel.MINIMUM, "1.0")).isEqualTo(Outcome.FAIL);
    }

    @Test
    void withoutATagAnExceptionLeavesItOpen() {
        assertThat(judged(States.ecr().tags(false, "MUTABLE_WITH_EXCLUSION", "v*"), PolicyLevel.MINIMUM))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(judged(States.ecr().tags(false, "MUTABLE"), PolicyLevel.MINIMUM))
                .isEqualTo(Outcome.FAIL);
        assertThat(judged(States.ecr().tags(true, "IMMUTABLE"), PolicyLevel.MINIMUM))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void anExceptionForNoReleaseIsGoodAndNotStrict() {
        States except = States.ecr().tags(true, "IMMUTABLE_WITH_EXCLUSION", "latest");

        assertThat(judged(except, PolicyLevel.GOOD, "1.2.0")).isEqualTo(Outcome.PASS);
        assertThat(judged(except, PolicyLevel.STRICT, "1.2.0")).isEqualTo(Outcome.FAIL);
    }

    @Test
    void anExceptionThatTakesReleasesIsNotGood() {
        assertThat(judged(States.ecr().tags(true, "IMMUTABLE_WITH_EXCLUSION", "v*"), PolicyLevel.GOOD, "1.2.0"))
                .isEqualTo(Outcome.FAIL);
        assertThat(judged(States.ecr().tags(false, "MUTABLE_WITH_EXCLUSION", "v*"), PolicyLevel.GOOD, "v1"))
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void aTagThatIsLockedAfterItsPushIsUnknownBeforeIt() {
        States states = States.acr().tagsLockedOneByOne(List.of("1.0"), List.of("1.1"));

        for (PolicyLevel level : PolicyLevel.values()) {
            assertThat(judged(states, level, "1.0")).isEqualTo(Outcome.PASS);
            assertThat(judged(states, level, "1.1")).isEqualTo(Outcome.FAIL);
            assertThat(judged(states, level, "1.2")).isEqualTo(Outcome.UNKNOWN);
            assertThat(judged(states, level, "1.2", "1.1")).isEqualTo(Outcome.FAIL);
            assertThat(judged(states, level)).isEqualTo(Outcome.UNKNOWN);
        }
        assertThat(states.judged("requireTagImmutability", PolicyLevel.GOOD, "1.2")
                        .toString())
                .contains("does not have the tag 1.2 yet, and a tag is locked there after its push");
    }

    @Test
    void whatMayMoveOnPurposeIsNotAskedFor() {
        Terms terms = new Terms(
                PolicyLevel.STRICT,
                List.of(new Pushed(null, List.of("latest"), 1)),
                List.of("latest"),
                null,
                null,
                null,
                List.of());

        assertThat(States.ecr()
                        .tags(false, "MUTABLE")
                        .judged("requireTagImmutability", terms)
                        .outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void whatCouldNotBeReadIsUnknown() {
        Judgement judgement = States.ecr().judged("requireTagImmutability", PolicyLevel.STRICT);

        assertThat(judgement.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(judgement.message()).contains("ecr:DescribeRepositories was denied");
    }

    @Test
    void theChangeIsInTheLanguageOfTheFile() {
        assertThat(change(States.ecr().declared("aws_ecr_repository.app", "infra/main.tf:12")))
                .isEqualTo("infra/main.tf: image_tag_mutability = \"IMMUTABLE\"");
        assertThat(change(States.ecr().declared("App", "infra/stack.yaml:3")))
                .isEqualTo("infra/stack.yaml: ImageTagMutability: IMMUTABLE");
        assertThat(change(States.ecr().declared("App", "infra/stack.json:3")))
                .isEqualTo("infra/stack.json: \"ImageTagMutability\": \"IMMUTABLE\"");
        assertThat(change(States.ecr().declared("module.a.aws_ecr_repository.app", "plan.json:1")))
                .isEqualTo("plan.json: image_tag_mutability = \"IMMUTABLE\"");
    }

    @Test
    void filtersThatImmutableDoesNotTakeAreToGoWithIt() {
        States filtered = States.ecr()
                .declared("aws_ecr_repository.app", "main.tf:3")
                .tags(true, "IMMUTABLE_WITH_EXCLUSION", "latest");

        assertThat(filtered.judged("requireTagImmutability", PolicyLevel.STRICT)
                        .remedies()
                        .get(0)
                        .title())
                .isEqualTo("Make its tags immutable, and delete its exclusion filters");
    }

    @Test
    void aLiveRepositoryIsChangedByCommandsWithItsNames() {
        assertThat(States.ecr()
                        .tags(false, "MUTABLE")
                        .judged("requireTagImmutability", PolicyLevel.MINIMUM)
                        .remedies()
                        .get(0)
                        .commands())
                .containsExactly("aws ecr put-image-tag-mutability --repository-name team/app --region eu-west-1 "
                        + "--image-tag-mutability IMMUTABLE");
        assertThat(States.google()
                        .tags(false, "immutableTags: false")
                        .judged("requireTagImmutability", PolicyLevel.MINIMUM)
                        .remedies()
                        .get(0)
                        .commands())
                .containsExactly(
                        "gcloud artifacts repositories update r --location=europe --project=p --immutable-tags");
    }

    private static String change(States states) {
        var file = states.tags(false, "MUTABLE")
                .judged("requireTagImmutability", PolicyLevel.MINIMUM)
                .remedies()
                .get(0)
                .files()
                .get(0);
        return file.name() + ": " + file.content().stripTrailing();
    }
}
