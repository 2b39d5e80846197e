package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    /** No secret, but written like one; put together here so that no file holds anything of the form. */
    private static final String HIDDEN = "Hush" + "4Me" + "Now";

    private static final String KEY_ID = "AK" + "IA" + "ABCDEFGHIJKLMNOP";
    private static final String JWT =
            "ey" + "J" + "hbGciOiJub25lIn0" + "." + "ey" + "JzdWIiOiJub2JvZHkifQ" + "." + "c2lnbmF0dXJl";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Basic %s",
                "authorization=Bearer %s",
                "Authorization: %s",
                "authorization: %s and so on",
                "authorization: bearer %s",
                "request.header.Authorization=[Basic %s]",
                "> Authorization: Bearer %s",
                "\"X-Registry-Auth\": \"%s\"",
                "curl -H 'Authorization: token %s' https://registry.example.com/v2/",
                "https://ci:%s@registry.example.com/v2/: denied",
                "password=%s",
                "-Djib.to.auth.password=%s",
                "{\"username\":\"ci\",\"password\":\"%s\"}",
                "{\"auths\":{\"registry.example.com\":{\"auth\":\"%s\"}}}",
                "\"identitytoken\": \"%s\"",
                "client_secret: \"%s\"",
                "aws_secret_access_key = %s",
                "AWS_SESSION_TOKEN=%s",
                "password: %s\nLogin Succeeded",
                "docker login -u ci -p %s registry.example.com",
                "docker login --username ci --password %s registry.example.com",
                "skopeo copy --dest-creds ci:%s docker-archive:a docker://b",
                "?sig=%s&se=2026",
                "Set-Cookie: %s",
                "PRIVATE-TOKEN: %s",
            })
    void blotsOutWhatIsCalledASecret(String text) {
        String redacted = Redaction.of(text.formatted(HIDDEN));

        assertThat(redacted).doesNotContain(HIDDEN).contains(Redaction.BLOT);
    }

    @Test
    void aWordOfSmallLettersBehindAuthorizationIsASecretToo() {
        assertThat(Redaction.of("Authorization: hushmenow")).isEqualTo("Authorization: ***");
        assertThat(Redaction.of("authorization: hushmenow end of line")).startsWith("authorization: *** ");
    }

    @Test
    void blotsOutWhatLooksLikeASecret() {
        for (String secret : List.of(
                KEY_ID,
                JWT,
                "gh" + "p_" + "a1B2".repeat(9),
                "gl" + "pat-" + "a1B2".repeat(5),
                "dckr" + "_pat_" + "a1B2".repeat(6),
                "a1B2".repeat(13))) {
            assertThat(Redaction.of("denied for " + secret + " there"))
                    .as(secret)
                    .isEqualTo("denied for *** there");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://auth.docker.io/token: 504",
                "unable to retrieve auth token: invalid username/password: unauthorized: incorrect username or password",
                "denied: Token exchange failed for project 'p'. Caller does not have permission 'storage.buckets.get'",
                "failed commit on ref \"layer-sha256:1953a5f9db288f25e73653c276da7baef424fe5ff5196516e2386f0770d9f82e\": EOF",
                "User: arn:aws:sts::847463738381:assumed-role/ci/AWSCodeBuild-4002c38e-ef97-2d1e-34aa-fc23a6cb4d6f is not authorized",
                "Get \"https://auth.docker.io/token?scope=repository%3Alibrary%2Fubuntu%3Apull\": dial tcp: i/o timeout",
                "WARNING! Using --password via the CLI is insecure. Use --password-stdin.",
                "denied: Your authorization token has expired. Reauthenticate and try again.",
                "Post \"https://auth.docker.io/token\": EOF",
                "docker run -p 5000:5000 registry:2",
                "push access denied, repository does not exist or may require authorization: server message: insufficient_scope: "
                        + "authorization failed",
                "unauthorized: authentication required",
            })
    void leavesTheWordsOfAFailureAlone(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    static List<Pattern> patterns() {
        return Redaction.patterns();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void looksAtHostileTextABoundedNumberOfTimes(Pattern pattern) {
        for (String hostile : List.of(
                "password=",
                "token: a1",
                "secret=\"",
                "authorization: basic ",
                "https://a:",
                "a://",
                "bearer aaaaaaaaaaaa ",
                "login -",
                " --password",
                "eyJaaaaaaaaa.",
                "-----BEGIN KEY-----",
                "aA1",
                "aA1/",
                " ")) {
            long once = steps(pattern, hostile.repeat(2_000));
            long twice = steps(pattern, hostile.repeat(4_000));

            // Twice the text, twice the work: what is bounded cannot grow faster than the text does.
            assertThat(twice).as(hostile).isLessThan(once * 5 / 2 + 100_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "[",
                "2024-03-08T",
                "Step #1 - ",
                "::error a",
                "> ",
                "[ERROR] ",
                "1",
                "I0825 06:01:17.1 ",
                "a"
            })
    void aPrefixIsLookedForInABoundedNumberOfSteps(String hostile) {
        WordingTest.Counted line = new WordingTest.Counted(hostile.repeat(5_000));

        boolean found = LinePrefix.pattern().matcher(line).lookingAt();

        assertThat(line.steps).as(hostile + found).isLessThan(1_000);
    }

    private static long steps(Pattern pattern, String text) {
        WordingTest.Counted counted = new WordingTest.Counted(text);
        Matcher matcher = pattern.matcher(counted);
        int found = 0;
        while (matcher.find()) {
            found++;
        }
        return counted.steps + found;
    }
}
