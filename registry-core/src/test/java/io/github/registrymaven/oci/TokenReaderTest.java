package io.github.registrymaven.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TokenReaderTest {
    private static String jwt(String claims) {
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return "head." + body + ".signature";
    }

    private static AccessToken read(String token) {
        return Objects.requireNonNull(TokenReader.read("{\"token\":\"" + token + "\"}"));
    }

    @Test
    void readsWhatAJwtGrants() {
        AccessToken token = read(
                jwt("{\"sub\":\"ci\",\"access\":[{\"type\":\"repository\",\"name\":\"a/b\",\"actions\":[\"pull\"]}]}"));

        assertThat(token.subject()).isEqualTo("ci");
        assertThat(token.grants("a/b", "pull")).isTrue();
        assertThat(token.grants("a/b", "push")).isFalse();
        assertThat(token.grants("a/c", "pull")).isFalse();
    }

    @Test
    void takesAStarForEveryAction() {
        AccessToken token = read(jwt("{\"access\":[{\"type\":\"repository\",\"name\":\"a\",\"actions\":[\"*\"]}]}"));

        assertThat(token.grants("a", "push")).isTrue();
    }

    @Test
    void anEmptyAccessClaimGrantsNothing() {
        assertThat(read(jwt("{\"access\":[]}")).grants("a", "push")).isFalse();
    }

    @Test
    void anOpaqueTokenSaysNothing() {
        assertThat(read("djE6b3BhcXVl").grants("a", "push")).isNull();
        assertThat(read("a.b.c").grants("a", "push")).isNull();
        assertThat(read("not.base64!.really").grants("a", "push")).isNull();
        assertThat(read(jwt("{\"scope\":\"x\"}")).grants("a", "push")).isNull();
    }

    @Test
    void takesAccessTokenWhereThereIsNoToken() {
        AccessToken token = TokenReader.read("{\"access_token\":\"t\",\"expires_in\":300}");

        assertThat(Objects.requireNonNull(token).value().reveal()).isEqualTo("t");
    }

    @Test
    void readsNoTokenFromAnythingElse() {
        assertThat(TokenReader.read("{}")).isNull();
        assertThat(TokenReader.read("{\"token\":\"\"}")).isNull();
        assertThat(TokenReader.read("{\"token\":{}}")).isNull();
        assertThat(TokenReader.read("<html>")).isNull();
    }

    @Test
    void neverPrintsTheToken() {
        assertThat(read("planted").toString()).doesNotContain("planted");
    }
}
