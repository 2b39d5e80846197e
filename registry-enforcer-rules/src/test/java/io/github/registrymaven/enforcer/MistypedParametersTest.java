package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class MistypedParametersTest {
    @Test
    void theNearestParameterIsNamed() throws Exception {
        assertThat(of(
                        "banMovingTags",
                        BanMovingTags.class,
                        "<banMovingTags><policylevel>good</policylevel></banMovingTags>"))
                .containsExactly("banMovingTags has no parameter 'policylevel'; the nearest known name is policyLevel");
    }

    @Test
    void allAreNamedWhereNoneIsNear() throws Exception {
        assertThat(of("banMovingTags", BanMovingTags.class, "<banMovingTags><severity>high</severity></banMovingTags>"))
                .containsExactly("banMovingTags has no parameter 'severity'; what is known: allowedTags, bannedTags, "
                        + "images, level, message, onUnknown, policyLevel, skip");
    }

    @Test
    void whatARuleSharesWithOthersAndEnforcersLevelAreNotMistyped() throws Exception {
        assertThat(
                        of(
                                "requireTagSurvives",
                                RequireTagSurvives.class,
                                "<requireTagSurvives><minVersions>3</minVersions><declaredIn/><level>WARN</level></requireTagSurvives>"))
                .isEmpty();
    }

    @Test
    void anElementIsReadAsMavenReadsIt() throws Exception {
        assertThat(of(
                        "banMovingTags",
                        BanMovingTags.class,
                        "<BanMovingTags><banned-tags/><baned-tags/></BanMovingTags>"))
                .containsExactly("banMovingTags has no parameter 'baned-tags'; the nearest known name is bannedTags");
    }

    @Test
    void whatBelongsToAnotherRuleOfTheExecutionIsNotSaidOfThisOne() throws Exception {
        assertThat(of(
                        "banMovingTags",
                        BanMovingTags.class,
                        "<requireJavaVersion><version>17</version></requireJavaVersion><banMovingTags/>"))
                .isEmpty();
    }

    @Test
    void aStandardHasALevelForItsRulesAndNoneOfItsOwn() throws Exception {
        assertThat(of(
                        "registryStandard",
                        RegistryStandard.class,
                        "<registryStandard><level>WARN</level><ruleLevel>WARN</ruleLevel></registryStandard>"))
                .containsExactly(
                        "registryStandard has no parameter 'level'; what is known: declaredIn, images, onUnknown, "
                                + "policyLevel, ruleLevel, when, without");
    }

    @Test
    void aGoalWithoutConfigurationHasNothingMistyped() {
        assertThat(new MistypedParameters(null).of("banMovingTags", BanMovingTags.class))
                .isEmpty();
    }

    private static List<String> of(String name, Class<?> rule, String rules) throws Exception {
        Xpp3Dom configuration =
                Xpp3DomBuilder.build(new StringReader("<configuration><rules>" + rules + "</rules></configuration>"));
        return new MistypedParameters(configuration).of(name, rule);
    }
}
