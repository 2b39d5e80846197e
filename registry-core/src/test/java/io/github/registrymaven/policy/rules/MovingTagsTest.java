package io.github.registrymaven.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MovingTagsTest {
    @ParameterizedTest
    @CsvSource({
        "registry.example.com/app, FAIL, FAIL, FAIL",
        "registry.example.com/app:latest, FAIL, FAIL, FAIL",
        "registry.example.com/app:1.0-SNAPSHOT, FAIL, FAIL, FAIL",
        "registry.example.com/app:main, PASS, FAIL, FAIL",
        "registry.example.com/app:blue, PASS, PASS, FAIL",
        "registry.example.com/app:42, PASS, PASS, FAIL",
        "registry.example.com/app:1.2.0, PASS, PASS, PASS",
        "registry.example.com/app:v1.2.0-rc.1, PASS, PASS, PASS",
        "registry.example.com/app:main-3f2c1ab, PASS, PASS, PASS",
        "registry.example.com/app:${project.version}, UNKNOWN, UNKNOWN, UNKNOWN",
        "registry.example.com/App:1, UNKNOWN, UNKNOWN, UNKNOWN",
    })
    void theMoreIsAskedTheMoreATagMustSay(String image, Outcome minimum, Outcome good, Outcome strict) {
        assertThat(List.of(
                        judged(image, PolicyLevel.MINIMUM),
                        judged(image, PolicyLevel.GOOD),
                        judged(image, PolicyLevel.STRICT)))
                .containsExactly(minimum, good, strict);
    }

    @Test
    void aDigestDoesNotMove() {
        assertThat(judged("registry.example.com/app@sha256:" + "a".repeat(64), PolicyLevel.STRICT))
                .isEqualTo(Outcome.PASS);
        assertThat(judged("registry.example.com/app:latest@sha256:" + "a".repeat(64), PolicyLevel.STRICT))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void patternsOfOnesOwnBanAndAllow() {
        MovingTags tags = new MovingTags(PolicyLevel.MINIMUM, List.of("wip-*"), List.of("latest"));

        assertThat(tags.judge("a.example/b:wip-1", "jib").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(tags.judge("a.example/b:latest", "jib").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void saysWhatAnImpliedTagMeansAndHowToNameIt() {
        Judgement judgement =
                new MovingTags(PolicyLevel.MINIMUM, List.of(), List.of()).judge("localhost:5000/app", "jib");

        assertThat(judgement.message())
                .isEqualTo("localhost:5000/app names no tag, and so means latest, which moves with every build; "
                        + "wanted: a tag of its own for each build");
        assertThat(judgement.remedies().get(0).files().get(0).content())
                .isEqualTo("localhost:5000/app:${project.version}\n");
    }

    @Test
    void namesASnapshotByItsCommitAsItsVersionIsWhatMoves() {
        Judgement judgement =
                new MovingTags(PolicyLevel.MINIMUM, List.of(), List.of()).judge("a.example/app:1.0-SNAPSHOT", "jib");

        assertThat(judgement.remedies().get(0).commands())
                .containsExactly("mvn deploy -Dimage.tag=$(git rev-parse --short=12 HEAD)");
        assertThat(judgement.remedies().get(0).files().get(0).content()).isEqualTo("a.example/app:${image.tag}\n");
    }

    private static Outcome judged(String image, PolicyLevel level) {
        return new MovingTags(level, List.of(), List.of()).judge(image, "test").outcome();
    }
}
