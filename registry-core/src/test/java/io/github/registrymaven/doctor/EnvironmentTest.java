package io.github.registrymaven.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.PushTerms;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/nowhere"));
    private final Map<String, String> properties = new HashMap<>(Map.of("os.name", "Linux"));
    private final List<SettingsServer> servers = new ArrayList<>();
    private final List<RequestedImage> images = new ArrayList<>();
    private Set<String> insecure = Set.of();
    private Clock clock = Clock.systemUTC();
    private boolean offline = true;

    private List<Fact> facts() throws InterruptedException {
        Machine machine = new Machine(environment, properties, home, clock);
        PreflightRequest request = new PreflightRequest(
                images,
                Probe.UPLOAD,
                null,
                insecure,
                Map.of(),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                offline);
        return Environment.of(new Surroundings(machine, servers, List.of()), request);
    }

    private Fact fact(String id) throws InterruptedException {
        return facts().stream().filter(fact -> fact.id().equals(id)).findFirst().orElseThrow();
    }

    private void file(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }

    private static String token(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return String.join(
                ".",
                encoder.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)),
                encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)),
                encoder.encodeToString("signature".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void hasNothingToSayAgainstAnEmptyMachine() throws Exception {
        assertThat(facts()).extracting(Fact::verdict).containsOnly(Verdict.PASS, Verdict.SKIPPED);
    }

    @Test
    void saysWhyItDidNotLook() throws Exception {
        assertThat(facts())
                .filteredOn(fact -> fact.verdict() == Verdict.SKIPPED)
                .extracting(Fact::summary)
                .allMatch(why -> why.startsWith("not needed: ")
                        || why.startsWith("not looked at: ")
                        || why.startsWith("not compared: "));
    }

    @Test
    void ordersWhatHoldsLogins() throws Exception {
        servers.add(new SettingsServer("ghcr.io", "ci", Secret.of("word"), null, true));
        file(".docker/config.json", "{\"credHelpers\":{\"a.example.com\":\"sh\"}}");
        file(".config/containers/auth.json", "{\"auths\":{}}");

        assertThat(facts())
                .filteredOn(fact ->
                        fact.id().equals("settings-servers") || fact.id().equals("login-files"))
                .extracting(Fact::summary)
                .containsExactly(
                        "1st: settings.xml, with the servers ghcr.io",
                        "2nd: ~/.config/containers/auth.json has no login",
                        "3rd: ~/.docker/config.json leaves its logins to helpers");
    }

    @Test
    void namesTheVariableThatPutsAFileElsewhere() throws Exception {
        file("elsewhere/config.json", "{}");
        environment.put("DOCKER_CONFIG", home.resolve("elsewhere").toString());

        assertThat(fact("login-files").summary()).contains("~/elsewhere/config.json ($DOCKER_CONFIG)");
    }

    @Test
    void warnsOfLoginsInPlainTextAndTellsNone() throws Exception {
        String login = Base64.getEncoder().encodeToString("ci:planted-word".getBytes(StandardCharsets.UTF_8));
        file(".docker/config.json", "{\"auths\":{\"registry.example.com\":{\"auth\":\"" + login + "\"}}}");

        Fact fact = fact("login-files");

        assertThat(fact.verdict()).isEqualTo(Verdict.WARN);
        assertThat(fact.details()).containsExactly("for registry.example.com");
        assertThat(facts().toString()).doesNotContain(login, "planted-word");
    }

    @Test
    void warnsOfAFileThatIsBroken() throws Exception {
        file(".docker/config.json", "{");

        assertThat(fact("login-files").verdict()).isEqualTo(Verdict.WARN);
        assertThat(fact("login-files").advice()).startsWith("Mend ~/.docker/config.json");
    }

    @Test
    void missesAHelperThatIsNamed() throws Exception {
        file(".docker/config.json", "{\"credsStore\":\"desktop\"}");

        Fact fact = fact("credential-helpers");

        assertThat(fact.verdict()).isEqualTo(Verdict.WARN);
        assertThat(fact.details())
                .containsExactly("docker-credential-desktop, named by credsStore in ~/.docker/config.json");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "what makes a file a program there is its ending")
    void tellsAHelperThatMayNotBeRunFromOneThatIsNotThere() throws Exception {
        file("bin/docker-credential-pass", "");
        environment.put("PATH", home.resolve("bin").toString());
        file(".docker/config.json", "{\"credsStore\":\"pass\"}");

        Fact fact = fact("credential-helpers");

        assertThat(fact.summary()).isEqualTo("a helper that is named is not executable");
        assertThat(fact.advice())
                .isEqualTo("Let it be run: chmod +x '" + home.resolve("bin/docker-credential-pass") + "'");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "what makes a file a program there is its ending")
    void findsAHelperThatIsThere() throws Exception {
        file("bin/docker-credential-pass", "");
        assertThat(home.resolve("bin/docker-credential-pass").toFile().setExecutable(true))
                .isTrue();
        environment.put("PATH", home.resolve("bin").toString());
        file(".docker/config.json", "{\"credsStore\":\"pass\"}");

        assertThat(fact("credential-helpers").summary()).isEqualTo("docker-credential-pass on the PATH");
    }

    @Test
    void namesAPasswordThatCannotBeDecrypted() throws Exception {
        servers.add(new SettingsServer("ghcr.io", "ci", null, "settings-security.xml is missing", false));

        assertThat(fact("settings-servers").verdict()).isEqualTo(Verdict.WARN);
        assertThat(fact("settings-servers").details()).containsExactly("ghcr.io: settings-security.xml is missing");
    }

    @Test
    void saysWhichProxyIsOnTheWayAndKeepsItsLogin() throws Exception {
        images.add(new RequestedImage("registry.example.com/team/app:1", "registry.images"));
        environment.put("HTTPS_PROXY", "http://user:planted-word@proxy.example.com:3128");

        assertThat(fact("proxy").summary())
                .isEqualTo("registry.example.com is reached through proxy.example.com:3128, from HTTPS_PROXY");
        assertThat(facts().toString()).doesNotContain("planted-word");
    }

    @Test
    void failsAProxyThatCannotBeUsed() throws Exception {
        images.add(new RequestedImage("registry.example.com/team/app:1", "registry.images"));
        environment.put("HTTPS_PROXY", "socks5://proxy.example.com:1080");

        assertThat(fact("proxy").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void failsATrustStoreThatIsNotThere() throws Exception {
        properties.put("javax.net.ssl.trustStore", home.resolve("gone.p12").toString());

        assertThat(fact("trust-store").verdict()).isEqualTo(Verdict.FAIL);

        Files.createFile(home.resolve("gone.p12"));

        assertThat(fact("trust-store").verdict()).isEqualTo(Verdict.PASS);
    }

    private void carriedByTheDaemon() {
        images.add(new RequestedImage(
                "registry.example.com/team/app:1",
                "docker-maven-plugin:push",
                null,
                PushTerms.USUAL.carrier("docker's daemon")));
    }

    @Test
    void looksForTheDaemonOnlyWhereItPushes() throws Exception {
        environment.put("DOCKER_HOST", "unix://" + home.resolve("docker.sock"));
        images.add(new RequestedImage("registry.example.com/team/app:1", "registry.images"));

        assertThat(fact("docker-daemon").verdict()).isEqualTo(Verdict.SKIPPED);

        carriedByTheDaemon();

        assertThat(fact("docker-daemon").verdict()).isEqualTo(Verdict.WARN);
        assertThat(fact("docker-daemon").details())
                .anyMatch(line -> line.startsWith("the address is from DOCKER_HOST"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "docker listens at a named pipe there")
    void findsTheDaemonThatListens() throws Exception {
        carriedByTheDaemon();
        // A socket's path may have some hundred letters only, which a test's folder may have already.
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "d");
        Path socket = folder.resolve("s");
        environment.put("DOCKER_HOST", "unix://" + socket);
        try (ServerSocketChannel daemon = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            daemon.bind(UnixDomainSocketAddress.of(socket));

            assertThat(fact("docker-daemon").verdict()).isEqualTo(Verdict.PASS);
        } finally {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(folder);
        }
    }

    @Test
    void doesNotJudgeADaemonThatIsReachedInAWayOfItsOwn() throws Exception {
        carriedByTheDaemon();
        environment.put("DOCKER_HOST", "ssh://ci@build.example.com");

        assertThat(fact("docker-daemon").verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void comparesTheClockWithThatOfTheRegistry() throws Exception {
        offline = false;
        try (TestRegistry registry = TestRegistry.start()) {
            images.add(new RequestedImage(registry.host() + "/team/app:1", "registry.images"));
            insecure = Set.of(registry.host());

            assertThat(fact("clock").verdict()).isEqualTo(Verdict.PASS);

            clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-31));

            assertThat(fact("clock").verdict()).isEqualTo(Verdict.WARN);
            assertThat(fact("clock").summary()).matches(".* is 3[01] minutes behind that of .*");
        }
    }

    @Test
    void tellsWhoGithubSaysThatTheJobIsWithoutTheToken() throws Exception {
        offline = false;
        AtomicReference<String> shown = new AtomicReference<>();
        String token = token(
                "{\"sub\":\"repo:team/app:ref:refs/heads/main\",\"aud\":\"x\",\"exp\":1700000000,\"other\":\"kept\"}");
        HttpServer github = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        github.createContext("/", exchange -> {
            shown.set(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = ("{\"count\":1,\"value\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        github.start();
        try {
            String host = "127.0.0.1:" + github.getAddress().getPort();
            insecure = Set.of(host);
            environment.put("GITHUB_ACTIONS", "true");
            environment.put("ACTIONS_ID_TOKEN_REQUEST_URL", "http://" + host + "/?api-version=2.0");
            environment.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "planted-word");

            List<Fact> facts = facts();

            assertThat(facts).extracting(Fact::summary).contains("GitHub Actions");
            assertThat(facts)
                    .extracting(Fact::summary)
                    .contains(
                            "GitHub's token says: sub=repo:team/app:ref:refs/heads/main, aud=x, exp=2023-11-14T22:13:20Z");
            assertThat(facts.toString()).doesNotContain("planted-word", token, "kept");
            assertThat(shown).hasValue("Bearer planted-word");
        } finally {
            github.stop(0);
        }
    }

    @Test
    void asksGithubForNothingOverPlainHttp() throws Exception {
        offline = false;
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("ACTIONS_ID_TOKEN_REQUEST_URL", "http://127.0.0.1:1/");
        environment.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "planted-word");

        assertThat(fact("oidc-identity").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void readsTheTokensThatAJobIsGiven() throws Exception {
        String token = token("{\"iss\":\"https://gitlab.example.com\",\"sub\":\"project_path:team/app\"}");
        environment.put("GITLAB_CI", "true");
        environment.put("AWS_ID_TOKEN", token);
        file("token", "no token");
        environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", home.resolve("token").toString());

        assertThat(facts())
                .filteredOn(fact -> fact.id().equals("oidc-identity"))
                .extracting(Fact::verdict, Fact::summary)
                .containsExactly(
                        tuple(
                                Verdict.PASS,
                                "the token in $AWS_ID_TOKEN says: iss=https://gitlab.example.com, sub=project_path:team/app"),
                        tuple(Verdict.WARN, "$AWS_WEB_IDENTITY_TOKEN_FILE names no identity token"));
        assertThat(facts().toString()).doesNotContain(token);
    }
}
