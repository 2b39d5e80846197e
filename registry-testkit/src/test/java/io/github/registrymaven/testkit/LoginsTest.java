package io.github.registrymaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class LoginsTest {
    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> open(TestRegistry registry, String repository, String... headers)
            throws IOException, InterruptedException {
        return new Client(registry.url()).send("POST", "/v2/" + repository + "/blobs/uploads/", headers);
    }

    private static HttpResponse<String> token(TestRegistry registry, String repository, String... headers)
            throws IOException, InterruptedException {
        return new Client(registry.url())
                .send("GET", "/token?service=testkit&scope=repository:" + repository + ":pull,push", headers);
    }

    private static String bearer(HttpResponse<String> token) {
        return "Bearer " + token.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void basicTakesOnlyWhoItKnowsAndOnlyWhereTheyMay() throws Exception {
        try (TestRegistry registry = TestRegistry.builder()
                .basic()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL, Action.PUSH)
                .start()) {
            assertThat(open(registry, "team/app").statusCode()).isEqualTo(401);
            assertThat(open(registry, "team/app", "Authorization", basic("ci", "wrong"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(open(registry, "team/app", "Authorization", basic("ci", "right"))
                            .statusCode())
                    .isEqualTo(202);
            assertThat(open(registry, "other/app", "Authorization", basic("ci", "right"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void bearerChallengesAndTakesItsOwnTokens() throws Exception {
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL, Action.PUSH)
                .start()) {
            assertThat(open(registry, "team/app").headers().firstValue("www-authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge)
                            .startsWith("Bearer realm=\"" + registry.url() + "/token\"")
                            .contains("scope=\"repository:team/app:pull,push\""));
            assertThat(token(registry, "team/app", "Authorization", basic("ci", "wrong"))
                            .statusCode())
                    .isEqualTo(401);
            String token = bearer(token(registry, "team/app", "Authorization", basic("ci", "right")));
            assertThat(open(registry, "team/app", "Authorization", token).statusCode())
                    .isEqualTo(202);
            assertThat(open(registry, "team/other", "Authorization", token).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aTokenGrantsLessWhereRightsAreMissing() throws Exception {
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .user("reader", "right")
                .grant("reader", "team/*", Action.PULL)
                .start()) {
            String token = bearer(token(registry, "team/app", "Authorization", basic("reader", "right")));

            HttpResponse<String> refused = open(registry, "team/app", "Authorization", token);

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("www-authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).contains("insufficient_scope"));
        }
    }

    @Test
    void tellsAMissingRightAsItIsToldTo() throws Exception {
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .opaqueTokens()
                .deniesWith403()
                .user("reader", "right")
                .start()) {
            String token = bearer(token(registry, "team/app", "Authorization", basic("reader", "right")));

            assertThat(token).startsWith("Bearer opaque-");
            assertThat(open(registry, "team/app", "Authorization", token).statusCode())
                    .isEqualTo(403);
        }
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .refusesAtTokenService()
                .user("reader", "right")
                .start()) {
            assertThat(token(registry, "team/app", "Authorization", basic("reader", "right"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aTokenEndsWithItsTime() throws Exception {
        Movable clock = new Movable();
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .clock(clock)
                .user("ci", "right")
                .grant("ci", "*", Action.PULL, Action.PUSH)
                .start()) {
            String token = bearer(token(registry, "a", "Authorization", basic("ci", "right")));
            clock.now = clock.now.plus(Duration.ofMinutes(6));

            assertThat(open(registry, "a", "Authorization", token).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void recordsWhoAskedButNotTheirPasswords() throws Exception {
        try (TestRegistry registry =
                TestRegistry.builder().basic().user("ci", "planted").start()) {
            open(registry, "a", "Authorization", basic("ci", "planted"));

            assertThat(registry.requests())
                    .containsExactly(new RecordedRequest("POST", "/v2/a/blobs/uploads/", 403, "Basic ci"));
        }
    }

    private static final class Movable extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
