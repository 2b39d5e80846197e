package io.github.registrymaven.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final Credential CI = new Credential.Password("ci", Secret.of("pw:with:colons"));
    private static final HttpAnswer BEARER =
            wanting("Bearer realm=\"https://auth.example/token?x=1\",service=\"registry.example\"");

    private static HttpAnswer wanting(String challenge) {
        return Answers.of(401, Map.of("WWW-Authenticate", challenge), "");
    }

    private static Login login(ScriptedHttp http, HttpAnswer ping, @Nullable Credential credential) {
        SecondTry once = new SecondTry(http, Deadline.in(Duration.ofSeconds(9)), Clock.systemUTC(), time -> {});
        return new Login(new Registry(http, once, URI.create("https://registry.example")), ping, credential);
    }

    private static HttpAnswer token(String... repositories) {
        StringBuilder access = new StringBuilder();
        for (String repository : repositories) {
            access.append(access.length() == 0 ? "" : ",")
                    .append("{\"type\":\"repository\",\"name\":\"")
                    .append(repository)
                    .append("\",\"actions\":[\"push\",\"pull\"]}");
        }
        String claims = "{\"access\":[" + access + "]}";
        return Answers.of(
                200,
                "{\"token\":\"h." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                        + ".s\"}");
    }

    private static String authorization(HttpCall call) {
        return Objects.requireNonNull(call.authorization()).reveal();
    }

    @Test
    void showsNothingToARegistryThatAsksForNothing() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp();

        assertThat(login(http, Answers.of(200, "{}"), CI).alone("a")).isEqualTo(new Grant.Open());
        assertThat(http.calls).isEmpty();
    }

    @Test
    void asksForPullAndPushOnTheExactRepository() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(token("team/app"));

        Grant grant = login(http, BEARER, CI).alone("team/app");

        assertThat(grant).isInstanceOf(Grant.Authorized.class);
        HttpCall call = http.calls.get(0);
        assertThat(call.uri().toString())
                .isEqualTo("https://auth.example/token?x=1&service=registry.example"
                        + "&scope=repository%3Ateam%2Fapp%3Apull%2Cpush");
        assertThat(authorization(call))
                .isEqualTo("Basic "
                        + Base64.getEncoder().encodeToString("ci:pw:with:colons".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void asksOneTokenForSeveralRepositories() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(token("a", "b", "c"));

        Map<String, Grant> grants = login(http, BEARER, CI).together(List.of("a", "b", "c"));

        assertThat(grants).containsOnlyKeys("a", "b", "c");
        assertThat(http.calls).hasSize(1);
    }

    @Test
    void leavesOutWhatTheSharedTokenIsNotGoodFor() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(token("a"));

        assertThat(login(http, BEARER, CI).together(List.of("a", "b"))).containsOnlyKeys("a");
    }

    @Test
    void remembersThatASharedOpaqueTokenSaysNothing() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(Answers.of(200, "{\"token\":\"opaque\"}"));

        Map<String, Grant> grants = login(http, BEARER, CI).together(List.of("a", "b"));

        assertThat(grants.get("b")).isInstanceOfSatisfying(Grant.Authorized.class, grant -> {
            assertThat(grant.shared()).isTrue();
            assertThat(grant.saysPush()).isNull();
        });
    }

    @Test
    void aRefusedTokenIsAboutPermissionWhereTheLoginItselfIsAccepted() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(Answers.of(403, ""), token());

        assertThat(login(http, BEARER, CI).alone("a"))
                .isInstanceOfSatisfying(
                        Grant.Refused.class,
                        refused -> assertThat(refused.knowsUs()).isTrue());
    }

    @Test
    void aRefusedTokenIsAboutTheLoginWhereThatIsRefusedToo() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(Answers.of(401, ""), Answers.of(401, ""));

        assertThat(login(http, BEARER, CI).alone("a"))
                .isInstanceOfSatisfying(
                        Grant.Refused.class,
                        refused -> assertThat(refused.knowsUs()).isFalse());
    }

    @Test
    void exchangesAnIdentityTokenWithoutPuttingItIntoTheUrl() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(token("a"));

        login(http, BEARER, new Credential.IdentityToken(null, Secret.of("planted")))
                .alone("a");

        HttpCall call = http.calls.get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri().toString()).doesNotContain("planted");
        assertThat(Objects.requireNonNull(Objects.requireNonNull(call.form()).get("refresh_token"))
                        .reveal())
                .isEqualTo("planted");
    }

    @Test
    void sendsNoPasswordToARealmInPlainText() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp();

        Grant grant = login(http, wanting("Bearer realm=\"http://elsewhere.example/token\""), CI)
                .alone("a");

        assertThat(grant).isInstanceOf(Grant.NotAsked.class);
        assertThat(http.calls).isEmpty();
    }

    @Test
    void asksAnonymouslyWhereThereIsNoLogin() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(token("a"));

        login(http, BEARER, null).alone("a");

        assertThat(http.calls.get(0).authorization()).isNull();
    }

    @Test
    void provesABasicLoginOnceForAllRepositories() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(Answers.of(200, "{}"));

        Map<String, Grant> grants =
                login(http, wanting("Basic realm=\"r\""), CI).together(List.of("a", "b"));

        assertThat(grants.values()).allMatch(Grant.Authorized.class::isInstance);
        assertThat(http.calls).hasSize(1);
    }

    @Test
    void aBasicLoginThatIsRefusedIsNotKnown() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(Answers.of(401, ""));

        assertThat(login(http, wanting("Basic realm=\"r\""), CI).alone("a"))
                .isInstanceOfSatisfying(
                        Grant.Refused.class,
                        refused -> assertThat(refused.knowsUs()).isFalse());
    }

    @Test
    void aBasicLoginThatMayNotSeeTheVersionIsLeftToTheUpload() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(Answers.of(403, "{}"));

        assertThat(login(http, wanting("Basic realm=\"r\""), CI).alone("a")).isInstanceOf(Grant.Authorized.class);
    }

    @Test
    void prefersBearerWhereBothAreOffered() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(token("a"));

        login(http, wanting("Basic realm=\"r\", Bearer realm=\"https://auth.example/token\""), CI)
                .alone("a");

        assertThat(http.calls.get(0).uri().getHost()).isEqualTo("auth.example");
    }

    @Test
    void saysWhichKindOfLoginItDoesNotKnow() throws InterruptedException {
        assertThat(login(new ScriptedHttp(), wanting("Negotiate"), CI).alone("a"))
                .isInstanceOfSatisfying(
                        Grant.NotAsked.class, grant -> assertThat(grant.why()).contains("negotiate"));
    }

    private static final HttpAnswer QUAY = wanting("Bearer realm=\"https://quay.io/v2/auth\",service=\"quay.io\"");

    @Test
    void looksForARepositoryOfQuayBeforeItAsksForAPush() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(token("team/app"), Answers.of(200, "{}"), token("team/app"));

        assertThat(login(http, QUAY, CI).alone("team/app")).isInstanceOf(Grant.Authorized.class);
        assertThat(http.calls)
                .extracting(call -> call.uri().toString())
                .containsExactly(
                        "https://quay.io/v2/auth?service=quay.io&scope=repository%3Ateam%2Fapp%3Apull",
                        "https://registry.example/v2/team/app/tags/list?n=1",
                        "https://quay.io/v2/auth?service=quay.io&scope=repository%3Ateam%2Fapp%3Apull%2Cpush");
    }

    @Test
    void asksQuayForNoPushOfWhatItDoesNotSee() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(token("team/app"), Answers.of(404, "{}"));

        assertThat(login(http, QUAY, CI).alone("team/app"))
                .isInstanceOfSatisfying(
                        Grant.PullOnly.class,
                        grant -> assertThat(grant.absent()).isTrue());
        assertThat(login(http, QUAY, CI).together(List.of("a", "b"))).isEmpty();
        assertThat(http.calls).hasSize(2);
    }

    @Test
    void asksQuayForAPushAtOnceWhereItPushesOrIsNobody() throws InterruptedException {
        ScriptedHttp http = new ScriptedHttp(token("team/app"), token("team/app"));

        login(http, QUAY, CI).withSources("team/app", List.of());
        login(http, QUAY, null).alone("team/app");

        assertThat(http.calls).allMatch(call -> call.uri().toString().endsWith("pull%2Cpush"));
    }
}
