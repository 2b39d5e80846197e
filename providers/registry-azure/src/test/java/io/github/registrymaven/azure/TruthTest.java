package io.github.registrymaven.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.Programs;
import io.github.registrymaven.testkit.SmallImage;
import io.github.registrymaven.testkit.azure.AzureTestCloud;
import io.github.registrymaven.testkit.azure.AzureTestCloudBuilder;
import io.github.registrymaven.testkit.azure.BuiltInRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check says, and what a push by skopeo with the same login then does. */
class TruthTest {
    private static AzureTestCloud wide;
    private static AzureTestCloud byRepository;

    @TempDir
    private Path home;

    private static AzureTestCloudBuilder described() {
        return AzureTestCloud.builder()
                .application("pusher", who -> who.secret("planted").role(BuiltInRole.ACR_PUSH))
                .application("puller", who -> who.secret("planted").role(BuiltInRole.ACR_PULL))
                .application("owner", who -> who.secret("planted").roleOnSubscription(BuiltInRole.OWNER))
                .application("reader", who -> who.secret("planted").roleOnSubscription(BuiltInRole.READER))
                .application("stranger", who -> who.secret("planted"))
                .application("writer", who -> who.secret("planted").role(BuiltInRole.REPOSITORY_WRITER, "team/"));
    }

    @BeforeAll
    static void start() throws IOException {
        wide = described()
                .registry(it -> it.adminUser().token("scoped", "planted", "team/*", "content/read", "content/write"))
                .start();
        byRepository = described().registry(it -> it.rolesByRepository()).start();
        for (AzureTestCloud cloud : List.of(wide, byRepository)) {
            cloud.image("team/app", "moved");
            cloud.image("team/app", "locked");
            cloud.lock("team/app:locked");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        wide.close();
        byRepository.close();
    }

    private String push(AzureTestCloud cloud, String user, String password, String path) throws Exception {
        Path trusted = Files.createDirectories(home.resolve("trusted"));
        Files.copy(cloud.certificate(), trusted.resolve("ca.crt"), StandardCopyOption.REPLACE_EXISTING);
        Process skopeo = new ProcessBuilder(
                        "skopeo",
                        "--insecure-policy",
                        "copy",
                        "--dest-cert-dir",
                        trusted.toString(),
                        "--dest-creds",
                        user + ":" + password,
                        "oci:" + SmallImage.write(home.resolve("image")) + ":1.0",
                        "docker://" + cloud.registry().host() + "/" + path)
                .redirectErrorStream(true)
                .start();
        String said = new String(skopeo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return skopeo.waitFor() == 0 ? "" : said;
    }

    /** A fail is followed by a push that fails and a pass by one that succeeds; unknown is right either way, so it is listed. */
    @ParameterizedTest
    @CsvSource({
        "wide, pusher,   team/app:1.0,    pass",
        "wide, pusher,   new/app:1.0,     pass",
        "wide, pusher,   team/app:moved,  pass",
        "wide, pusher,   team/app:locked, unknown",
        "wide, puller,   team/app:1.0,    fail",
        "wide, owner,    team/app:1.0,    pass",
        "wide, reader,   team/app:1.0,    fail",
        "wide, stranger, team/app:1.0,    fail",
        "wide, writer,   team/app:1.0,    fail",
        "wide, scoped,   team/app:1.0,    pass",
        "wide, scoped,   other/app:1.0,   fail",
        "wide, contoso,  team/app:1.0,    pass",
        "fine, pusher,   team/app:1.0,    fail",
        "fine, owner,    team/app:1.0,    fail",
        "fine, writer,   team/app:1.0,    pass",
        "fine, writer,   other/app:1.0,   fail",
        "fine, writer,   team/app:locked, unknown",
        "fine, contoso,  team/app:1.0,    fail"
    })
    void saysWhatThePushThenDoes(String mode, String who, String path, String verdict) throws Exception {
        String missing = Programs.missing("skopeo");
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        AzureTestCloud cloud = mode.equals("wide") ? wide : byRepository;
        boolean application = !who.equals("scoped") && !who.equals("contoso");
        String user = application ? cloud.clientId(who) : who;
        String password = who.equals("contoso") ? cloud.adminPassword() : "planted";
        Build build = new Build(cloud, home).login(user, password);
        List<String> before = cloud.registry().contents();

        ImageReport report = (application ? build.as(who, "planted") : build).check(path);

        assertThat(report.verdict().id()).as(report.checks().toString()).isEqualTo(verdict);
        assertThat(cloud.registry().contents()).as("a preflight writes nothing").isEqualTo(before);
        if (report.verdict() != Verdict.UNKNOWN) {
            assertThat(push(cloud, user, password, path).isEmpty()).isEqualTo(report.verdict() == Verdict.PASS);
        }
    }
}
