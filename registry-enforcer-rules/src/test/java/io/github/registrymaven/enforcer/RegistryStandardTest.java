package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

final class RegistryStandardTest {
    private final RegistryStandard standard = new RegistryStandard(TestModule.ofABuildThatPushesNothing());

    @Test
    void bringsEveryRuleWithItsParameters() throws Exception {
        given("policyLevel", "good");
        given("images", Arrays.asList("a.example/b:1", null));
        given("ruleLevel", "WARN");

        Xpp3Dom rules = standard.getRulesConfig();

        assertThat(names(rules)).hasSize(12).startsWith("banMovingTags", "requireTagImmutability");
        Xpp3Dom rule = rules.getChild("requireTagImmutability");
        assertThat(rule.getChild("policyLevel").getValue()).isEqualTo("good");
        assertThat(rule.getChild("when").getValue()).isEqualTo("push");
        assertThat(rule.getChild("level").getValue()).isEqualTo("WARN");
        assertThat(rule.getChild("images").getChildCount()).isEqualTo(1);
        assertThat(rules.getChild("banMovingTags").getChild("when")).isNull();
        assertThat(rules.getChild("requireMultiStageDockerfile").getChild("images"))
                .isNull();
    }

    @Test
    void leavesOutWhatIsNotWanted() throws Exception {
        given("without", List.of("banMovingTags"));

        assertThat(names(standard.getRulesConfig())).hasSize(11).doesNotContain("banMovingTags");
    }

    @Test
    void callsARuleThatIsNoneAMistake() {
        given("without", List.of("banEverything"));

        assertThatThrownBy(standard::getRulesConfig)
                .isInstanceOf(EnforcerRuleError.class)
                .hasMessageStartingWith("registryStandard: without names 'banEverything'; the rules are banMovingTags");
    }

    @Test
    void callsALevelOfEnforcerThatIsNoneAMistake() {
        given("ruleLevel", "warn");

        assertThatThrownBy(standard::getRulesConfig)
                .isInstanceOf(EnforcerRuleError.class)
                .hasMessage("registryStandard: ruleLevel is 'warn'; it takes ERROR or WARN");
    }

    @Test
    void everyParameterIsOneOfItsRule() throws Exception {
        given("images", List.of("a.example/b:1"));
        Folder folder = new Folder();
        folder.set(new File("infra"));
        given("declaredIn", List.of(folder));

        for (Xpp3Dom rule : standard.getRulesConfig().getChildren()) {
            Class<?> type = ClassVersionsTest.rules().stream()
                    .filter(each ->
                            each.getAnnotation(javax.inject.Named.class).value().equals(rule.getName()))
                    .findFirst()
                    .orElseThrow();
            for (Xpp3Dom parameter : rule.getChildren()) {
                assertThat(parameter.getName().equals("level") || has(type, parameter.getName()))
                        .as(rule.getName() + " " + parameter.getName())
                        .isTrue();
            }
        }
    }

    private static boolean has(Class<?> type, String parameter) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (Arrays.stream(each.getDeclaredFields())
                    .anyMatch(field -> field.getName().equals(parameter))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(Xpp3Dom rules) {
        return Arrays.stream(rules.getChildren()).map(Xpp3Dom::getName).collect(Collectors.toList());
    }

    private void given(String parameter, Object value) {
        Parameters.set(standard, parameter, value);
    }
}
