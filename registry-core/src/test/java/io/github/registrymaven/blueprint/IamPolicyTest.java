package io.github.registrymaven.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class IamPolicyTest {
    private static JsonObject statement(String policy, int number) {
        return JsonParser.parseString(policy)
                .getAsJsonObject()
                .getAsJsonArray("Statement")
                .get(number)
                .getAsJsonObject();
    }

    @Test
    void allowsThePushOnJustTheseRepositoriesAndTheTokenOnAll() {
        String policy = EcrPush.policy(List.of("arn:one", "arn:two"));

        assertThat(statement(policy, 0))
                .hasToString("{\"Effect\":\"Allow\",\"Action\":[\"ecr:GetAuthorizationToken\"],\"Resource\":\"*\"}");
        assertThat(statement(policy, 1).get("Action").getAsJsonArray()).hasSize(6);
        assertThat(statement(policy, 1).get("Resource")).hasToString("[\"arn:one\",\"arn:two\"]");
    }

    @Test
    void lettersOfAnErrorTextStayWithinTheirQuotes() {
        String hostile = "arn\",\"Action\":\"*\\\u0001";
        String policy = IamPolicy.empty()
                .allow(List.of("ecr:PutImage"), List.of(hostile), hostile)
                .text();

        assertThat(statement(policy, 0).get("Resource").getAsString()).isEqualTo(hostile);
        assertThat(statement(policy, 0).get("Action")).hasToString("[\"ecr:PutImage\"]");
        assertThat(statement(policy, 0).getAsJsonObject("Principal").get("AWS").getAsString())
                .isEqualTo(hostile);
    }
}
