package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.junit.jupiter.api.Test;

final class BanMovingTagsTest {
    private final BanMovingTags rule = new BanMovingTags(TestModule.ofABuildThatPushesNothing());

    @Test
    void breaksTheBuildWithEveryTagThatMoves() {
        given("images", List.of("a.example/app:latest", "a.example/app:1.2.0", "a.example/job"));
        given("message", "Tags follow ADR 9.");

        assertThatThrownBy(rule::execute)
                .isInstanceOf(EnforcerRuleException.class)
                .isNotInstanceOf(EnforcerRuleError.class)
                .hasMessageStartingWith("Tags follow ADR 9.\na.example/app:latest has the tag latest, which moves")
                .hasMessageContaining("a.example/job names no tag, and so means latest")
                .hasMessageContaining("rule      banMovingTags, level minimum")
                .hasMessageNotContaining("1.2.0");
    }

    @Test
    void leavesAModuleWithoutAnImageInPeace() {
        given("images", Arrays.asList("", null, " "));

        assertThatCode(rule::execute).doesNotThrowAnyException();
    }

    @Test
    void allowsWhatIsAllowedAndBansWhatIsBanned() {
        given("images", List.of("a.example/app:latest", "a.example/app:wip-7"));
        given("allowedTags", List.of("latest"));
        given("bannedTags", List.of("wip-*"));

        assertThatThrownBy(rule::execute)
                .hasMessageStartingWith("a.example/app:wip-7 has the tag wip-7, which is banned");
    }

    @Test
    void anUnknownVariableBreaksOnlyWhereThatIsAskedFor() {
        given("images", List.of("a.example/app:${revision}"));
        given("onUnknown", "ignore");
        assertThatCode(rule::execute).doesNotThrowAnyException();

        given("onUnknown", "fail");
        assertThatThrownBy(rule::execute).hasMessageContaining("has a variable that is not known here");
    }

    @Test
    void callsALevelThatIsNoneAMistake() {
        given("images", List.of());
        given("policyLevel", "best");

        assertThatThrownBy(rule::execute)
                .isInstanceOf(EnforcerRuleError.class)
                .hasMessage("banMovingTags: policyLevel is 'best'; it takes minimum or good or strict");
    }

    @Test
    void isSkippedOnDemandAndNeverCachedByEnforcer() {
        given("skip", true);

        assertThatCode(rule::execute).doesNotThrowAnyException();
        assertThat(rule.getCacheId()).isNull();
    }

    @Test
    void looksForNoImagesInABuildThatPushesNothing() {
        given("onUnknown", "fail");

        assertThatCode(rule::execute).doesNotThrowAnyException();
    }

    private void given(String parameter, Object value) {
        Parameters.set(rule, parameter, value);
    }
}
