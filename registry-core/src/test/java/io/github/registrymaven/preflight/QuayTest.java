package io.github.registrymaven.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.machine.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Quay gives the right to push to an absent repository by creating it: a check is not to do that. */
class QuayTest {
    private static final Pattern SCOPE = Pattern.compile("repository:([^:&]+):([a-z,]+)");

    @TempDir
    private Path home;

    private final Set<String> repositories = new ConcurrentSkipListSet<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String host;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/", this::handle);
        server.start();
        host = "127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        asked.add(exchange.getRequestMethod() + " " + URLDecoder.decode(uri.toString(), StandardCharsets.UTF_8));
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (uri.getPath().equals("/v2/auth")) {
            token(exchange, authorization);
        } else if (authorization == null) {
            exchange.getResponseHeaders()
                    .set("WWW-Authenticate", "Bearer realm=\"http://" + host + "/v2/auth\",service=\"" + host + "\"");
            answer(exchange, 401, "{}");
        } else {
            repository(exchange, authorization);
        }
    }

    /** As v2auth.py does it: ci may create repositories and reads all, guest may nothing. */
    private void token(HttpExchange exchange, String authorization) throws IOException {
        String login = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8);
        if (!login.endsWith(":right")) {
            answer(exchange, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"Invalid username\"}]}");
            return;
        }
        boolean may = login.startsWith("ci:");
        StringBuilder access = new StringBuilder();
        Matcher scope =
                SCOPE.matcher(URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8));
        while (scope.find()) {
            if (may && scope.group(2).contains("push")) {
                repositories.add(scope.group(1));
            }
            access.append(access.length() == 0 ? "" : ",")
                    .append("{\"type\":\"repository\",\"name\":\"" + scope.group(1) + "\",\"actions\":["
                            + (may ? "\"" + scope.group(2).replace(",", "\",\"") + "\"" : "") + "]}");
        }
        String claims = "{\"access\":[" + access + "]}";
        answer(
                exchange,
                200,
                "{\"token\":\"h." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                        + ".s\"}");
    }

    private void repository(HttpExchange exchange, String authorization) throws IOException {
        String claims =
                new String(Base64.getUrlDecoder().decode(authorization.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        boolean writes = path.contains("/uploads/");
        String name = path.replaceFirst("/v2/", "").replaceFirst("/(tags|manifests|blobs)/.*", "");
        if (!claims.contains(writes ? "push" : "pull")) {
            answer(exchange, 401, "{}");
        } else if (!repositories.contains(name) || path.contains("/manifests/")) {
            answer(exchange, 404, "{}");
        } else if (writes) {
            exchange.getResponseHeaders().set("Location", "/v2/" + name + "/blobs/uploads/1");
            answer(exchange, exchange.getRequestMethod().equals("DELETE") ? 204 : 202, "");
        } else {
            answer(exchange, 200, "{\"tags\":[]}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean silent = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, silent ? -1 : bytes.length);
        if (!silent) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private PreflightReport check(Probe probe, String user, String password, String... paths)
            throws InterruptedException {
        Machine machine = new Machine(Map.of(), Map.of(), home, Clock.systemUTC());
        SettingsServer login = new SettingsServer(host, user, Secret.of(password), null, false);
        return Preflight.run(
                new PreflightRequest(
                        Stream.of(paths)
                                .map(path -> new RequestedImage(host + "/" + path, "test"))
                                .toList(),
                        probe,
                        null,
                        Set.of("127.0.0.1"),
                        Map.of(host, URI.create("http://" + host)),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        false),
                new Surroundings(machine, List.of(login), List.of(), List.of()));
    }

    private static Finding finding(PreflightReport report, String id) {
        return report.images().get(0).checks().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Probe.class)
    void lookingForAnAbsentRepositoryCreatesNone(Probe probe) throws Exception {
        PreflightReport report = check(probe, "ci", "right", "team/a:1", "team/b:1");

        assertThat(repositories).isEmpty();
        assertThat(asked.toString()).doesNotContain("push", "POST");
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding(report, "login").verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding(report, "repository").summary())
                .endsWith("team/a does not exist yet, and a push creates it if the login may");
        assertThat(finding(report, "push-permission").evidence().toString())
                .contains("creates an absent repository for whoever asks for the right to push to it");
    }

    @Test
    void aRepositoryThatIsThereIsAskedForAsAnyOther() throws Exception {
        repositories.add("team/a");

        PreflightReport report = check(Probe.UPLOAD, "ci", "right", "team/a:1");

        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.PASS);
        assertThat(asked).contains("POST /v2/team/a/blobs/uploads/", "DELETE /v2/team/a/blobs/uploads/1");
        assertThat(repositories).containsExactly("team/a");
    }

    @Test
    void whatIsHiddenFromALoginIsNotAskedForEither() throws Exception {
        PreflightReport report = check(Probe.UPLOAD, "guest", "right", "team/a:1");

        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding(report, "repository").summary()).contains("is not shown to this login");
        assertThat(asked.toString()).doesNotContain("push", "POST");
    }

    @Test
    void aWrongPasswordIsRefusedAsEver() throws Exception {
        PreflightReport report = check(Probe.UPLOAD, "ci", "wrong", "team/a:1");

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding(report, "login").cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
    }
}
