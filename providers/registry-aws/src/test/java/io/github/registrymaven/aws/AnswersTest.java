package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.ProxyServer;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever AWS, or something in its place, answers. */
class AnswersTest {
    @TempDir
    private Path home;

    private FakeAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = new FakeAws().repository("team/app");
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private Build build() {
        return new Build(home, aws.url());
    }

    @Test
    void takesAPageForSomethingElseThanAws() throws Exception {
        aws.on("GetCallerIdentity", body -> new FakeAws.Reply(200, "text/html", "<html>Sign in</html>"));

        Finding finding = build().ask().finding("aws-identity");

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.cause()).isEqualTo(Cause.NETWORK_RESTRICTED);
    }

    @Test
    void asksTwiceAndSaysThatAwsIsBroken() throws Exception {
        aws.on(
                "DescribeRepositories",
                body -> new FakeAws.Reply(500, "application/x-amz-json-1.1", "{\"__type\":\"ServerException\"}"));

        Finding finding = build().ask().finding("aws-repository");

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.cause()).isEqualTo(Cause.REGISTRY_SERVER_ERROR);
        assertThat(aws.count("DescribeRepositories")).isEqualTo(2);
    }

    @Test
    void saysThatItAsksTooOften() throws Exception {
        aws.on("DescribeRepositories", body -> FakeAws.error("ThrottlingException", "Rate exceeded"));

        assertThat(build().ask().finding("aws-repository").cause()).isEqualTo(Cause.RATE_LIMITED);
    }

    @Test
    void isNotMisledByAnAnswerThatCannotBeRead() throws Exception {
        aws.on("DescribeRepositories", body -> FakeAws.json("{\"repositories\":[{\"repositoryNa"));

        assertThat(build().ask().finding("aws-repository").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void isNotMisledByAnAnswerThatLeavesTheRepositoryOut() throws Exception {
        aws.on("DescribeRepositories", body -> FakeAws.json("{\"repositories\":[]}"));

        assertThat(build().ask().finding("aws-repository").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void waitsForNoAnswerBeyondItsTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Finding finding = new Build(home, "http://127.0.0.1:" + silent.getLocalPort())
                    .timeout(Duration.ofMillis(300), Duration.ofSeconds(2))
                    .ask()
                    .finding("aws-identity");

            assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(finding.cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
        }
    }

    @Test
    void saysThatNothingListens() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        Finding finding = new Build(home, "http://127.0.0.1:" + port).ask().finding("aws-identity");

        assertThat(finding.cause()).isEqualTo(Cause.CONNECTION_REFUSED);
    }

    @Test
    void goesThroughTheBuildsProxy() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            seen.add(String.valueOf(exchange.getRequestURI()));
            byte[] page = "<html>blocked</html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(403, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        proxy.start();
        try {
            Finding finding = new Build(home, "http://sts.example.invalid/api")
                    .proxy(new ProxyServer(
                            "http", "127.0.0.1", proxy.getAddress().getPort(), null, null, List.of()))
                    .ask()
                    .finding("aws-identity");

            assertThat(seen).isNotEmpty().allMatch(uri -> uri.startsWith("http://sts.example.invalid"));
            assertThat(finding.cause()).isEqualTo(Cause.NETWORK_RESTRICTED);
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void tellsNoSecretWhateverHappens() throws Exception {
        assertThat(build().variable("AWS_SESSION_TOKEN", "planted-session")
                        .ask()
                        .findings()
                        .toString())
                .doesNotContain("planted");
        aws.on(
                "GetCallerIdentity",
                body -> FakeAws.xmlError(403, "AccessDenied", "x-amz-security-token:planted-session"));
        assertThat(build().variable("AWS_SESSION_TOKEN", "planted-session")
                        .ask()
                        .findings()
                        .toString())
                .doesNotContain("planted");
    }
}
