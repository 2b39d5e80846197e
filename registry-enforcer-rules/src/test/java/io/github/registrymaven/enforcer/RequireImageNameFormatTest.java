package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.junit.jupiter.api.Test;

final class RequireImageNameFormatTest {
    private final RequireImageNameFormat rule = new RequireImageNameFormat(TestModule.ofABuildThatPushesNothing());

    @Test
    void breaksTheBuildWithEveryNameThatIsWrong() {
        given("images", List.of("app", "registry.example.com/app:1", "registry.example.com/App:1"));
        given("message", "Names follow ADR 7.");

        assertThatThrownBy(rule::execute)
                .isInstanceOf(EnforcerRuleException.class)
                .isNotInstanceOf(EnforcerRuleError.class)
                .hasMessageStartingWith("Names follow ADR 7.\n'app' names no registry")
                .hasMessageContaining("'app' names no tag")
                .hasMessageContaining("'registry.example.com/App:1' is not an image reference");
    }

    @Test
    void leavesAModuleWithoutAnImageInPeace() {
        given("images", Arrays.asList("", null, " "));

        assertThatCode(rule::execute).doesNotThrowAnyException();
    }

    @Test
    void callsAPatternThatIsNoneAMistakeByItsParameter() {
        given("images", List.of());
        given("tagPattern", "[0-9");

        assertThatThrownBy(rule::execute)
                .isInstanceOf(EnforcerRuleError.class)
                .hasMessageContaining("requireImageNameFormat: tagPattern is '[0-9', which is no regular expression");
    }

    @Test
    void callsAUrlAmongTheHostsAMistake() {
        given("images", List.of());
        given("allowedHosts", List.of("https://registry.example.com"));

        assertThatThrownBy(rule::execute)
                .isInstanceOf(EnforcerRuleError.class)
                .hasMessageContaining("allowedHosts names 'https://registry.example.com'; it takes hosts");
    }

    @Test
    void knowsDockerHubByAnyOfItsNames() {
        given("images", List.of("docker.io/team/app:1"));
        given("allowedHosts", List.of("index.docker.io"));

        assertThatCode(rule::execute).doesNotThrowAnyException();
    }

    @Test
    void hasNothingToSayWhereNoneAreConfiguredAndNoneArePushed() {
        assertThatCode(rule::execute).doesNotThrowAnyException();
    }

    @Test
    void aVariableThatIsNotKnownBreaksOnlyWhereThatIsAskedFor() {
        given("images", List.of("registry.example.com/app:${revision}"));
        given("onUnknown", "ignore");
        assertThatCode(rule::execute).doesNotThrowAnyException();

        given("onUnknown", "fail");
        assertThatThrownBy(rule::execute)
                .hasMessageContaining("registry.example.com/app:${revision} has a variable that is not known here");
    }

    @Test
    void isSkippedOnDemandEvenWhereItIsMisconfigured() {
        given("skip", true);

        assertThatCode(rule::execute).doesNotThrowAnyException();
    }

    @Test
    void isNeverCachedByEnforcer() {
        assertThat(rule.getCacheId()).isNull();
    }

    private void given(String parameter, Object value) {
        Parameters.set(rule, parameter, value);
    }
}
