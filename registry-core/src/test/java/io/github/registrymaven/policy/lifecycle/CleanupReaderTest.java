package io.github.registrymaven.policy.lifecycle;

import static io.github.registrymaven.policy.lifecycle.Given.days;
import static io.github.registrymaven.policy.lifecycle.Given.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CleanupReaderTest {
    @Test
    void readsThePolicyFileOfGcloud() {
        LifecyclePolicy policy = Given.policy(
                Provider.ARTIFACT_REGISTRY,
                "[{'name': 'old', 'action': {'type': 'Delete'}, 'condition': {'tagState': 'untagged', 'olderThan': '1d12h'}},"
                        + "{'name': 'new', 'action': {'type': 'Keep'}, 'mostRecentVersions': {'keepCount': 1}}]");

        assertThat(told(policy, days("a", 1), days("b", 2), days("c", 2, "x"))).isEqualTo("keep:new expire:old keep:-");
    }

    @Test
    void readsThePoliciesWithinARepository() {
        LifecyclePolicy policy = Given.policy(
                Provider.ARTIFACT_REGISTRY,
                "{'cleanupPolicies': {'old': {'id': 'old', 'action': 'DELETE', 'condition': {'olderThan': '86400s'}}}, "
                        + "'cleanupPolicyDryRun': true, 'format': 'DOCKER'}");

        assertThat(told(policy, days("a", 2))).isEqualTo("keep:old");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'rules': []} | rules is how ECR writes it",
                "7 | the document is neither an object of policies by id, nor a list",
                "{'a': {'action': 'REMOVE'}} | a.action is 'REMOVE'; it takes DELETE, KEEP",
                "{'a': {'condition': {}}} | a.action is missing",
                "{'a': {'action': 'KEEP'}} | a has neither condition nor mostRecentVersions",
                "{'a': {'action': 'DELETE', 'mostRecentVersions': {'keepCount': 1}}} | a.mostRecentVersions is given, and the",
                "{'a': {'action': 'KEEP', 'condition': {}, 'mostRecentVersions': {}}} | a.mostRecentVersions is given beside",
                "{'a': {'action': 'KEEP', 'mostRecentVersions': {'keepCount': 0}}} | a.mostRecentVersions.keepCount is 0",
                "{'a': {'action': 'KEEP', 'mostRecentVersions': {}}} | a.mostRecentVersions.keepCount is missing",
                "{'a': {'action': 'DELETE', 'condition': {'olderThan': '30'}}} | a.condition.olderThan is '30'; it takes seconds",
                "{'a': {'action': 'DELETE', 'condition': {'olderThan': 30}}} | a.condition.olderThan is 30; it takes a text",
                "{'a': {'action': 'DELETE', 'condition': {'olderthan': '1d'}}} | a.condition.olderthan is not known here",
                "{'a': {'action': 'DELETE', 'condition': {'tagState': 'NONE'}}} | a.condition.tagState is 'NONE'",
                "{'a': {'id': 'b', 'action': 'DELETE', 'condition': {}}} | a.id is 'b'; it must be as its key, a",
                "[{'action': {'type': 'Keep'}}] | [0].name is missing",
                "[{'name': 'a', 'action': 'Keep'}] | [0].action is 'Keep'; it takes an object",
                "[{'name': 'a', 'action': {'type': 'Keep'}, 'condition': {}}, {'name': 'a'}] | [1].name is 'a', which an earlier",
            })
    void refusesByFieldAndReason(String policies, String message) {
        assertThatThrownBy(() -> LifecyclePolicy.parse(Provider.ARTIFACT_REGISTRY, policies.replace('\'', '"'), false))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesMoreThanTenPolicies() {
        StringBuilder policies = new StringBuilder("{");
        for (int i = 0; i < 11; i++) {
            policies.append(i == 0 ? "" : ",")
                    .append("\"p")
                    .append(i)
                    .append("\":{\"action\":\"KEEP\",\"condition\":{}}");
        }

        assertThatThrownBy(() -> LifecyclePolicy.parse(
                        Provider.ARTIFACT_REGISTRY, policies.append('}').toString(), false))
                .hasMessageContaining("has 11 policies; a repository takes at most 10");
    }

    @Test
    void readsDurationsInEveryUnit() {
        assertThat(Durations.google("2592000s")).isEqualTo(Duration.ofDays(30));
        assertThat(Durations.google("30d")).isEqualTo(Duration.ofDays(30));
        assertThat(Durations.google("1w")).isEqualTo(Duration.ofDays(7));
        assertThat(Durations.google("1.5s")).isEqualTo(Duration.ofMillis(1500));
        assertThat(Durations.google("1d12h5m3s")).isEqualTo(Duration.ofSeconds(129_903));
        assertThat(Durations.google("")).isNull();
        assertThat(Durations.google("-1d")).isNull();
        assertThat(Durations.google("1d ")).isNull();
        assertThat(Durations.google("d")).isNull();
    }
}
