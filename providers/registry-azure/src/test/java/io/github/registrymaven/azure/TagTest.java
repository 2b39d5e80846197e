package io.github.registrymaven.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.azure.AzureTestCloud;
import io.github.registrymaven.testkit.azure.BuiltInRole;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagTest {
    @TempDir
    private Path home;

    private AzureTestCloud cloud;
    private String digest = "";

    @BeforeEach
    void start() throws IOException {
        cloud = AzureTestCloud.builder()
                .registry(it -> it.token("ci", "planted", "*", "content/read", "content/write"))
                .application("ci", who -> who.role(BuiltInRole.ACR_PUSH))
                .start();
        digest = cloud.image("team/app", "1.0");
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private Finding tag(String path) throws Exception {
        return Build.finding(new Build(cloud, home).loggedInAs("ci").check(path), "tag");
    }

    @Test
    void letsATagMoveThatIsNotLocked() throws Exception {
        assertThat(tag("team/app:1.0").verdict()).isEqualTo(Verdict.PASS);
        assertThat(tag("team/app:1.0").unverified()).isEmpty();
        assertThat(tag("team/app:1.0").evidence()).contains("writeEnabled of the tag is true", "it is " + digest);
    }

    @Test
    void leavesALockedTagOpenWhileTheImageIsNotBuilt() throws Exception {
        cloud.lock("team/app:1.0");

        Finding finding = tag("team/app:1.0");

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.cause()).isEqualTo(Cause.TAG_IMMUTABLE);
        assertThat(finding.evidence()).contains("it is " + digest);
        assertThat(finding.remedies().get(0).commands().get(0)).contains("--image team/app:1.0 --write-enabled true");
    }

    @Test
    void failsForAnotherImageUnderALockedTag() throws Exception {
        cloud.lock("team/app:1.0");

        Finding finding = tag("team/app:1.0@sha256:" + "a".repeat(64));

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void leavesATagOfALockedManifestOpen() throws Exception {
        cloud.lock("team/app@" + digest);

        Finding finding = tag("team/app:1.0");

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.cause()).isEqualTo(Cause.TAG_IMMUTABLE);
        assertThat(finding.evidence()).contains("writeEnabled of the manifest is false, it is " + digest);
        assertThat(finding.remedies().get(0).commands().get(0)).contains("--image team/app@" + digest);
    }

    @Test
    void leavesANewTagOfALockedRepositoryOpen() throws Exception {
        cloud.lock("team/app");

        assertThat(tag("team/app:2.0").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(tag("team/app:2.0").summary()).contains("whether it takes a new tag is not documented");
    }

    @Test
    void claimsNothingWhereTheLoginMayNotSeeLocks() throws Exception {
        cloud.lock("team/app:1.0");

        Finding finding =
                Build.finding(new Build(cloud, home).login("ci", "planted").check("team/app:1.0"), "tag");

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.unverified()).contains("the tag may be replaced");
    }
}
