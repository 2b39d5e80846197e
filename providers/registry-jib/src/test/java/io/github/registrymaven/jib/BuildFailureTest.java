package io.github.registrymaven.jib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.artifact.ImageBuild;
import io.github.registrymaven.artifact.ImagePlan;
import io.github.registrymaven.artifact.Platform;
import io.github.registrymaven.artifact.Workplace;
import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.CertificateAuthority;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a base image has the cause that a push would have, and leaves nothing to be pushed by mistake. */
class BuildFailureTest {
    private static final String ABSENT = "sha256:" + "0".repeat(64);
    private static final String WORD = "a word that nobody may see";

    private final JibImageBuilder builder = new JibImageBuilder();

    @TempDir
    private Path folder;

    private ImageBuild.NotBuilt notBuilt(ImagePlan plan, Workplace workplace) throws IOException, InterruptedException {
        ImageBuild result = builder.build(plan, workplace);
        assertThat(result).isInstanceOf(ImageBuild.NotBuilt.class);
        if (Files.isDirectory(workplace.target())) {
            try (Stream<Path> left = Files.list(workplace.target())) {
                assertThat(left).isEmpty();
            }
        }
        return (ImageBuild.NotBuilt) result;
    }

    @Test
    void aDigestThatIsNotThereIsAnUnknownManifest() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        try (TestRegistry registry = TestRegistry.start()) {
            BaseImage.usual().pushTo(registry.url(), null, null);
            String base = registry.host() + "/base/java@" + ABSENT;

            ImageBuild.NotBuilt result = notBuilt(project.plan(base), project.workplace());

            assertThat(result.cause()).isEqualTo(Cause.MANIFEST_UNKNOWN);
            assertThat(result.summary()).contains(base);
        }
    }

    @Test
    void aManifestThatIsNotWhatItsDigestNamesIsNeverUsed() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        BaseImage honest = BaseImage.usual();
        BaseImage other = BaseImage.forPlatform("linux", "s390x");
        try (TestRegistry registry = TestRegistry.start()) {
            other.pushTo(registry.url(), null, null);
            String base = honest.pushTo(registry.url(), null, null);
            lie(registry, "manifests/" + honest.digest(), text(other.manifest(0)));

            // The second one would find it in the cache, had the first one kept it.
            ImageBuild.NotBuilt first = notBuilt(project.plan(base), project.workplace());
            ImageBuild.NotBuilt second = notBuilt(project.plan(base), project.workplace());

            assertThat(first.cause()).isEqualTo(Cause.DIGEST_MISMATCH);
            assertThat(second.cause()).isEqualTo(Cause.DIGEST_MISMATCH);
            assertThat(first.evidence()).contains("asked for " + honest.digest() + ", got " + other.digest());
        }
    }

    @Test
    void aManifestBelowAnIndexIsVerifiedToo() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        BaseImage index = BaseImage.index();
        try (TestRegistry registry = TestRegistry.start()) {
            String base = index.pushTo(registry.url(), null, null);
            // Everything that it names is there; it is not the manifest that the index names all the same.
            lie(registry, "manifests/" + index.child(0), text(index.manifest(0)) + " ");

            assertThat(notBuilt(project.plan(base), project.workplace()).cause())
                    .isEqualTo(Cause.DIGEST_MISMATCH);
        }
    }

    @Test
    void aLayerThatIsNotWhatItsDigestNamesIsNeverUsed() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        BaseImage image = BaseImage.usual();
        try (TestRegistry registry = TestRegistry.start()) {
            String base = image.pushTo(registry.url(), null, null);
            lie(registry, "blobs/" + image.layer(), "something else");

            assertThat(notBuilt(project.plan(base), project.workplace()).cause())
                    .isEqualTo(Cause.DIGEST_MISMATCH);
        }
    }

    @Test
    void aPlatformThatTheBaseLacksIsNamed() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        try (TestRegistry registry = TestRegistry.start()) {
            String base = BaseImage.index().pushTo(registry.url(), null, null);

            ImageBuild.NotBuilt result = notBuilt(
                    project.plan(base, List.of(new Platform("linux", "amd64"), new Platform("linux", "s390x"))),
                    project.workplace());

            assertThat(result.cause()).isEqualTo(Cause.MANIFEST_UNKNOWN);
            assertThat(result.evidence()).anySatisfy(line -> assertThat(line).contains("s390x"));
        }
    }

    @Test
    void offlineAndNeverPulledIsAMissingLocalImage() throws IOException, InterruptedException {
        Project project = Project.in(folder);

        ImageBuild.NotBuilt result = notBuilt(
                project.plan("registry.example.com/base/java@" + ABSENT), project.workplace(true, false, null));

        assertThat(result.cause()).isEqualTo(Cause.LOCAL_IMAGE_MISSING);
        assertThat(result.remedies()).hasSize(1);
    }

    @Test
    void aTagAloneIsRefusedWithTheDigestThatItHasNow() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        try (TestRegistry registry = TestRegistry.start()) {
            BaseImage image = BaseImage.usual();
            image.pushTo(registry.url(), null, null);
            String base = registry.host() + "/base/java:17";

            ImageBuild.NotBuilt result = notBuilt(project.plan(base), project.workplace());

            assertThat(result.cause()).isEqualTo(Cause.INVALID_IMAGE_REFERENCE);
            assertThat(result.summary())
                    .isEqualTo("the base image " + base
                            + " is not named by its digest, so tomorrow it may be another one");
            assertThat(result.remedies().get(0).files())
                    .containsExactly(
                            new Remedy.File("pom.xml", "<baseImage>" + base + "@" + image.digest() + "</baseImage>"));
            assertThat(registry.requests())
                    .noneMatch(request ->
                            request.method().equals("GET") && request.path().contains("/blobs/"));
        }
    }

    @Test
    void aTagAloneOfflineIsRefusedWithTheCommandThatFindsTheDigest() throws IOException, InterruptedException {
        Project project = Project.in(folder);

        ImageBuild.NotBuilt result =
                notBuilt(project.plan("eclipse-temurin:17-jre"), project.workplace(true, false, null));

        assertThat(result.remedies().get(0).commands())
                .containsExactly("skopeo inspect --raw docker://docker.io/library/eclipse-temurin:17-jre | sha256sum");
    }

    @Test
    void aPortWhereNobodyListensIsARefusedConnection() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        String host;
        try (TestRegistry registry = TestRegistry.start()) {
            host = registry.host();
        }

        ImageBuild.NotBuilt result = notBuilt(project.plan(host + "/base/java@" + ABSENT), project.workplace());

        assertThat(result.cause()).isEqualTo(Cause.CONNECTION_REFUSED);
    }

    @Test
    void plainHttpThatIsNotAllowedIsAMismatch() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        try (TestRegistry registry = TestRegistry.start()) {
            String base = BaseImage.usual().pushTo(registry.url(), null, null);

            ImageBuild.NotBuilt result = notBuilt(project.plan(base), project.workplace(false, false, null));

            assertThat(result.cause()).isEqualTo(Cause.HTTP_HTTPS_MISMATCH);
        }
    }

    @Test
    void loginsForTheBaseImageAreUsedAndTheirFaultsTold() throws Exception {
        Project project = Project.in(folder);
        try (CertificateAuthority authority = CertificateAuthority.create();
                TestRegistry registry = TestRegistry.builder()
                        .basic()
                        .user("puller", WORD)
                        .grant("puller", "base/*", Action.PULL, Action.PUSH)
                        .tls(authority.server("ip:127.0.0.1"))
                        .start()) {
            String base = BaseImage.usual().pushTo(registry.url(), authority.client(), "puller:" + WORD);
            Credential wrong = new Credential.Password("puller", Secret.of("another word"));
            Credential right = new Credential.Password("puller", Secret.of(WORD));

            assertThat(notBuilt(project.plan(base), project.workplace(false, false, right))
                            .cause())
                    .isEqualTo(Cause.TLS_UNTRUSTED_CERTIFICATE);
            assertThat(notBuilt(project.plan(base), project.workplace(null)).cause())
                    .isEqualTo(Cause.CREDENTIALS_MISSING);
            assertThat(notBuilt(project.plan(base), project.workplace(wrong)).cause())
                    .isEqualTo(Cause.CREDENTIALS_REJECTED);
            assertThat(builder.build(project.plan(base), project.workplace(right)))
                    .isInstanceOf(ImageBuild.Built.class);
            assertThat(project.told()).noneSatisfy(line -> assertThat(line).containsAnyOf(WORD, "another word"));
        }
    }

    private static void lie(TestRegistry registry, String path, String body) {
        String type = path.startsWith("blobs") ? "application/octet-stream" : BaseImage.MANIFEST;
        registry.faults().on("GET", "/v2/base/java/" + path).answer(200, Map.of("Content-Type", type), body);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
