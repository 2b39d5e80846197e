package io.github.registrymaven.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers that a registry may give to an upload, one by one. */
class BlobUploadTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String QUERY = "digest=sha256%3A" + "a".repeat(64);
    private static final int SIZE = 1000;
    private static final NetworkFault RESET =
            new NetworkFault(Cause.CONNECTION_RESET, "registry.example:443", "it was reset", List.of());

    private static HttpAnswer opened(String location) {
        return Answers.of(202, Map.of("Location", location), "");
    }

    private static BlobOutcome push(ScriptedHttp http) throws IOException, InterruptedException {
        return push(http, null);
    }

    private static BlobOutcome push(ScriptedHttp http, @Nullable String from) throws IOException, InterruptedException {
        Registry registry = new Registry(
                http,
                new SecondTry(http, Deadline.in(Duration.ofMinutes(1)), Clock.systemUTC()),
                URI.create("https://registry.example"));
        HttpAnswer ping = Answers.of(401, Map.of("WWW-Authenticate", "Basic realm=\"r\""), "");
        Credential ci = new Credential.Password("ci", Secret.of("right"));
        PushLogin login = new PushLogin(registry, ping, ci, "team/app", List.of());
        Repository repository =
                new Repository(registry, "team/app", login, new Retries(Clock.systemUTC(), time -> {}, () -> 0));
        return new BlobUpload(repository, new OpenUploads(), new BlobSource() {
                    @Override
                    public String digest() {
                        return DIGEST;
                    }

                    @Override
                    public long size() {
                        return SIZE;
                    }

                    @Override
                    public InputStream open() {
                        return new ByteArrayInputStream(new byte[SIZE]);
                    }
                })
                .push(from);
    }

    /** Without the ping that proves a Basic login. */
    private static List<HttpCall> calls(ScriptedHttp http) {
        return http.calls.subList(1, http.calls.size());
    }

    private static ScriptedHttp answering(HttpOutcome... answers) {
        HttpOutcome[] all = new HttpOutcome[answers.length + 1];
        all[0] = Answers.of(200, "");
        System.arraycopy(answers, 0, all, 1, answers.length);
        return new ScriptedHttp(all);
    }

    @Test
    void followsARelativeLocationAndKeepsItsQuery() throws Exception {
        ScriptedHttp http = answering(opened("/v2/team/app/blobs/uploads/1?state=x%2By"), Answers.of(201, ""));

        assertThat(push(http)).isInstanceOf(BlobOutcome.Uploaded.class);
        assertThat(calls(http).get(1).uri())
                .isEqualTo(URI.create("https://registry.example/v2/team/app/blobs/uploads/1?state=x%2By&" + QUERY));
        assertThat(calls(http).get(1).authorization()).isNotNull();
    }

    @Test
    void followsALocationElsewhereWithoutTheLogin() throws Exception {
        ScriptedHttp http = answering(opened("https://store.example/up/1"), Answers.of(201, ""));

        assertThat(push(http)).isInstanceOf(BlobOutcome.Uploaded.class);
        assertThat(calls(http).get(1).uri()).isEqualTo(URI.create("https://store.example/up/1?" + QUERY));
        assertThat(calls(http).get(1).authorization()).isNull();
    }

    @Test
    void sendsNothingInPlainTextThatBeganOverTls() throws Exception {
        ScriptedHttp http = answering(opened("http://registry.example/v2/team/app/blobs/uploads/1"));

        assertThat(push(http)).isInstanceOf(BlobOutcome.Failed.class);
        assertThat(calls(http)).hasSize(1);
    }

    @Test
    void mountsWithTheNamesOfBoth() throws Exception {
        ScriptedHttp http = answering(Answers.of(201, ""));

        assertThat(push(http, "team/other")).isInstanceOf(BlobOutcome.Mounted.class);
        assertThat(calls(http).get(0).uri().getRawQuery())
                .isEqualTo("mount=sha256%3A" + "a".repeat(64) + "&from=team%2Fother");
    }

    @Test
    void uploadsIntoTheSessionThatAMountWasAnsweredWith() throws Exception {
        ScriptedHttp http = answering(opened("/v2/team/app/blobs/uploads/1"), Answers.of(201, ""));

        assertThat(push(http, "team/other")).isInstanceOf(BlobOutcome.Uploaded.class);
        assertThat(calls(http)).hasSize(2);
    }

    @Test
    void uploadsWhereTheRegistryFailsAtAMount() throws Exception {
        ScriptedHttp http =
                answering(Answers.of(500, "no"), opened("/v2/team/app/blobs/uploads/1"), Answers.of(201, ""));

        assertThat(push(http, "team/other")).isInstanceOf(BlobOutcome.Uploaded.class);
        assertThat(calls(http)).hasSize(3);
        assertThat(calls(http).get(1).uri().getRawQuery()).isNull();
    }

    @Test
    void goesOnBehindWhatHasArrived() throws Exception {
        ScriptedHttp http = answering(
                opened("/v2/team/app/blobs/uploads/1?a"),
                RESET,
                Answers.of(204, Map.of("Location", "/v2/team/app/blobs/uploads/1?b", "Range", "0-399"), ""),
                Answers.of(202, Map.of("Location", "/v2/team/app/blobs/uploads/1?c"), ""),
                Answers.of(201, ""));

        assertThat(push(http)).isInstanceOf(BlobOutcome.Uploaded.class);
        assertThat(calls(http).get(3).method()).isEqualTo("PATCH");
        assertThat(calls(http).get(3).uri().getRawQuery()).isEqualTo("b");
        assertThat(calls(http).get(3).headers()).containsEntry("Content-Range", "400-999");
        assertThat(http.sent).containsExactly(1000L, 600L);
        assertThat(calls(http).get(4).uri().getRawQuery()).isEqualTo("c&" + QUERY);
    }

    @Test
    void beginsAgainWhereMoreArrivedThanWasSent() throws Exception {
        ScriptedHttp http = answering(
                opened("/v2/team/app/blobs/uploads/1"),
                RESET,
                Answers.of(204, Map.of("Range", "0-5000000"), ""),
                Answers.of(204, ""),
                opened("/v2/team/app/blobs/uploads/2"),
                Answers.of(201, ""));

        assertThat(push(http)).isInstanceOf(BlobOutcome.Uploaded.class);
        assertThat(calls(http))
                .extracting(HttpCall::method)
                .containsExactly("POST", "PUT", "GET", "DELETE", "POST", "PUT");
    }
}
