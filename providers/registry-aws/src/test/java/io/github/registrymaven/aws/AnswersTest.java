package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.ProxyServer;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
        try (ServerSocket proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> answerOnce(proxy, seen));
            serving.setDaemon(true);
            serving.start();

            Finding finding = new Build(home, "http://sts.example.invalid")
                    .proxy(new ProxyServer("http", "127.0.0.1", proxy.getLocalPort(), null, null, List.of()))
                    .ask()
                    .finding("aws-identity");

            assertThat(seen).containsExactly("POST http://sts.example.invalid/ HTTP/1.1");
            assertThat(finding.cause()).isEqualTo(Cause.NETWORK_RESTRICTED);
        }
    }

    /** A proxy that blocks. */
    private static void answerOnce(ServerSocket proxy, List<String> seen) {
        try (Socket socket = proxy.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            seen.add(String.valueOf(in.readLine()));
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(
                            line.substring(line.indexOf(':') + 1).strip());
                }
            }
            for (int read = 0; read < length; read++) {
                if (in.read() < 0) {
                    break;
                }
            }
            socket.getOutputStream()
                    .write(("HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 7\r\n"
                                    + "Connection: close\r\n\r\n<html/>")
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            seen.add("closed: " + closed);
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
