package io.github.registrymaven.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeParserTest {
    private static List<Challenge> parse(String... headers) {
        return ChallengeParser.parse(List.of(headers));
    }

    @Test
    void readsBasicWithItsRealm() {
        assertThat(parse("Basic realm=\"Registry Realm\""))
                .containsExactly(new Challenge("basic", Map.of("realm", "Registry Realm")));
    }

    @Test
    void keepsCommasInsideQuotes() {
        assertThat(parse("Bearer realm=\"https://a/token\",service=\"s\",scope=\"repository:x:pull,push\""))
                .containsExactly(new Challenge(
                        "bearer",
                        Map.of("realm", "https://a/token", "service", "s", "scope", "repository:x:pull,push")));
    }

    @Test
    void readsBasicBesideBearerInOneHeader() {
        assertThat(parse("Bearer realm=\"https://a/token\", Basic realm=\"b\""))
                .extracting(Challenge::scheme)
                .containsExactly("bearer", "basic");
    }

    @Test
    void readsSeveralHeaders() {
        assertThat(parse("Basic realm=b", "BEARER REALM=\"https://a/t\""))
                .containsExactly(
                        new Challenge("basic", Map.of("realm", "b")),
                        new Challenge("bearer", Map.of("realm", "https://a/t")));
    }

    @Test
    void unescapesQuotedPairs() {
        assertThat(parse("Basic realm=\"a \\\"b\\\" \\\\ c\"").get(0).parameter("realm"))
                .isEqualTo("a \"b\" \\ c");
    }

    @Test
    void toleratesBlanksAroundTheEqualsSignAndAnUnquotedUrl() {
        assertThat(parse("Bearer realm = https://a/token?x=1 , service = s")
                        .get(0)
                        .parameters())
                .containsEntry("service", "s");
    }

    @Test
    void readsASchemeWithoutParameters() {
        assertThat(parse("Negotiate, Basic realm=\"x\""))
                .extracting(Challenge::scheme)
                .containsExactly("negotiate", "basic");
    }

    @Test
    void survivesAToken68() {
        assertThat(parse("Negotiate abcd==, Basic realm=\"x\""))
                .extracting(Challenge::scheme)
                .contains("negotiate", "basic");
    }

    @Test
    void endsAtAnUnclosedQuote() {
        assertThat(parse("Basic realm=\"never closed")).hasSize(1);
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(parse("", "  ,,, ")).isEmpty();
    }
}
