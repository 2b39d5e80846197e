package io.github.registrymaven.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcrRegistryPolicyTest {
    private static boolean mayAllow(String statement) {
        return EcrRegistryPolicy.mayAllow(
                "{\"Statement\": [" + statement + "]}", List.of("ecr:InitiateLayerUpload", "ecr:PutImage"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"ecr:PutImage\"}",
                "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"111122223333\"}, \"Action\": [\"ecr:Get*\", \"ecr:put*\"]}",
                "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"NotAction\": \"ecr:DeleteRepository\"}",
                "{\"Effect\": \"Allow\", \"Principal\": \"*\"}",
                "no policy"
            })
    void mayAllowAPushWhereItNamesAnActionOfOneOrIsNotUnderstood(String statement) {
        assertThat(mayAllow(statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": [\"ecr:ReplicateImage\", \"ecr:CreateRepository\"]}",
                "{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"ecr:*\"}",
                ""
            })
    void allowsNoPushWhereItIsAboutReplicationOrDenies(String statement) {
        assertThat(mayAllow(statement)).isFalse();
    }
}
