package io.github.registrymaven.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.Programs;
import io.github.registrymaven.testkit.SmallImage;
import io.github.registrymaven.testkit.google.GoogleTestCloud;
import io.github.registrymaven.testkit.google.GoogleTestCloudBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole preflight, and then a real push by skopeo, against a cloud that evaluates its bindings on both sides. */
class TruthTest {
    @TempDir
    private Path home;

    private static GoogleTestCloudBuilder described() {
        GoogleTestCloudBuilder cloud = GoogleTestCloud.builder()
                .host("gcr.io")
                .grant("roles/artifactregistry.writer", "wide")
                .grant("roles/artifactregistry.createOnPushWriter", "maker")
                .role("uploader", "artifactregistry.repositories.uploadArtifacts")
                .role(
                        "blind",
                        "artifactregistry.repositories.uploadArtifacts",
                        "artifactregistry.repositories.downloadArtifacts",
                        "artifactregistry.tags.create",
                        "artifactregistry.tags.update")
                .role(
                        "fresh",
                        "artifactregistry.repositories.get",
                        "artifactregistry.repositories.uploadArtifacts",
                        "artifactregistry.repositories.downloadArtifacts",
                        "artifactregistry.tags.create")
                .repository(
                        "app",
                        it -> it.image("web:moved")
                                .grant("roles/artifactregistry.writer", "narrow")
                                .grant("roles/artifactregistry.reader", "reader")
                                .grant("uploader", "uploader")
                                .grant("blind", "blind")
                                .grant("fresh", "fresh"))
                .repository("fixed", it -> it.immutableTags().image("web:1.0"))
                .repository("remote", it -> it.mode("REMOTE_REPOSITORY"))
                .repository("virtual", it -> it.mode("VIRTUAL_REPOSITORY"))
                .repository("jars", it -> it.format("MAVEN"));
        for (String name : List.of("wide", "maker", "narrow", "reader", "uploader", "blind", "fresh", "nobody")) {
            cloud.account(name);
        }
        return cloud;
    }

    /** Without open uploads, which end by themselves where they cannot be cancelled. */
    private static List<String> images(GoogleTestCloud cloud, String host) {
        return cloud.registry(host).contents().stream()
                .filter(line -> !line.startsWith("upload "))
                .toList();
    }

    /**
     * Cells of identities, bindings, repositories and tags. A fail is followed by a push that fails and a pass by one that
     * succeeds; unknown is right either way, so it is written down here which cells are.
     */
    @ParameterizedTest
    @CsvSource({
        "wide,     app/web:1.0,               pass,",
        "wide,     app/web:moved,             pass,",
        "wide,     absent/web:1.0,            fail, REPOSITORY_NOT_FOUND",
        "wide,     fixed/web:2.0,             pass,",
        "wide,     fixed/web:1.0,             unknown, TAG_IMMUTABLE",
        "wide,     remote/web:1.0,            fail, REPOSITORY_NOT_FOUND",
        "wide,     virtual/web:1.0,           fail, REPOSITORY_NOT_FOUND",
        "wide,     jars/web:1.0,              fail, REPOSITORY_NOT_FOUND",
        "wide,     gcr.io/acme-prod/web:1.0,  fail, REPOSITORY_NOT_FOUND",
        "maker,    gcr.io/acme-prod/web:1.0,  pass,",
        "narrow,   app/web:1.0,               pass,",
        "narrow,   app/web:moved,             pass,",
        "narrow,   absent/web:1.0,            fail, PERMISSION_DENIED",
        "narrow,   fixed/web:2.0,             fail, PERMISSION_DENIED",
        "reader,   app/web:1.0,               fail, PERMISSION_DENIED",
        "uploader, app/web:1.0,               unknown, PERMISSION_DENIED",
        "blind,    app/web:1.0,               pass,",
        "blind,    app/web:moved,             pass,",
        "fresh,    app/web:1.0,               pass,",
        "fresh,    app/web:moved,             unknown, PERMISSION_DENIED",
        "nobody,   app/web:1.0,               fail, PERMISSION_DENIED",
        "nobody,   absent/web:1.0,            fail, PERMISSION_DENIED"
    })
    void saysWhatThePushThenDoes(String who, String path, String verdict, Cause cause) throws Exception {
        String missing = Programs.missing("skopeo");
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        try (GoogleTestCloud cloud = described().start()) {
            String host = path.startsWith("gcr.io") ? "gcr.io" : cloud.registryHost();
            String token = cloud.accessToken(who);
            Workplace workplace = new Workplace(cloud, home).login(host, "oauth2accesstoken", token);
            List<String> before = images(cloud, host);
            List<String> repositories = cloud.repositories();

            ImageReport report = workplace.check(path);

            assertThat(report.verdict().id()).as(report.checks().toString()).isEqualTo(verdict);
            if (cause != null) {
                assertThat(report.checks())
                        .anyMatch(finding -> finding.verdict() == report.verdict() && finding.cause() == cause);
            }
            assertThat(images(cloud, host)).as("a preflight writes nothing").isEqualTo(before);
            assertThat(cloud.repositories()).as("a preflight creates nothing").isEqualTo(repositories);
            String complaint =
                    workplace.push(path, "oauth2accesstoken", token, SmallImage.write(home.resolve("image")));
            if (report.verdict() == Verdict.FAIL) {
                assertThat(complaint).isNotEmpty();
            }
            if (report.verdict() == Verdict.PASS) {
                assertThat(complaint).isEmpty();
            }
        }
    }
}
