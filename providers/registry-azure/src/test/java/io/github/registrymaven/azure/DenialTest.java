package io.github.registrymaven.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.network.HttpAnswer;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenialTest {
    private static HttpAnswer refusal(String message) {
        return new HttpAnswer(
                URI.create("https://contoso.azurecr.io/v2/"),
                403,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                ("{\"errors\":[{\"code\":\"DENIED\",\"message\":\"" + message + "\"}]}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "team/quota-service, requested access to repository team/quota-service is denied",
        "firewall, requested access to firewall is denied",
        "team/expired, no right to push to 'team/expired': denied",
        "team/app, requested access to contoso.azurecr.io/quota/app is denied",
        "team/app, requested access to the resource is denied"
    })
    void wordsInNamesAreNoReasons(String repository, String message) {
        assertThat(Denial.is(refusal(message), repository)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client with IP '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.",
                "The quota of the registry is used up: Quota exceeded.",
                "the registry has reached its storage limit",
                "the token has expired"
            })
    void otherRefusalsAreOthersToTell(String message) {
        assertThat(Denial.is(refusal(message), "team/quota-service")).isFalse();
    }
}
