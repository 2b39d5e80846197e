package io.github.registrymaven.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialExpiryTest {
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ACR_USER = "00000000-0000-0000-0000-000000000000";

    private static Secret jwt(String payload) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return Secret.of(encoder.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + ".sig");
    }

    private static Credential ecr(String json) {
        return new Credential.Password("AWS", Secret.of(Home.base64(json)));
    }

    @Test
    void readsTheEndOfATokenThatSaysIt() {
        Secret token = jwt("{\"exp\":" + END.getEpochSecond() + "}");

        assertThat(CredentialExpiry.of(new Credential.IdentityToken(null, token)))
                .isEqualTo(END);
        assertThat(CredentialExpiry.of(new Credential.RegistryToken(token))).isEqualTo(END);
        assertThat(CredentialExpiry.of(new Credential.Password(ACR_USER, token)))
                .isEqualTo(END);
    }

    @Test
    void readsTheEndOfAnEcrToken() {
        assertThat(CredentialExpiry.of(ecr("{\"payload\":\"x\",\"expiration\":" + END.getEpochSecond() + "}")))
                .isEqualTo(END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b", "a.b.c.d", "a.!.c", "..", "a.e30.c"})
    void doesNotKnowTheEndOfAnOpaqueToken(String token) {
        assertThat(CredentialExpiry.of(new Credential.RegistryToken(Secret.of(token))))
                .isNull();
        assertThat(CredentialExpiry.of(new Credential.Password("AWS", Secret.of(token))))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "-1", "1e99", "1e1000000000", "123456789012", "null", "{}"})
    void doesNotKnowAnEndThatIsNoTime(String exp) {
        assertThat(CredentialExpiry.of(new Credential.RegistryToken(jwt("{\"exp\":" + exp + "}"))))
                .isNull();
        assertThat(CredentialExpiry.of(ecr("{\"expiration\":" + exp + "}"))).isNull();
    }

    @Test
    void doesNotReadATokenOfUnheardOfLength() {
        String filler = "x".repeat(100_000);

        assertThat(CredentialExpiry.of(new Credential.RegistryToken(
                        jwt("{\"x\":\"" + filler + "\",\"exp\":" + END.getEpochSecond() + "}"))))
                .isNull();
    }
}
