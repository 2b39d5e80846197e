package io.github.registrymaven.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.image.Blob;
import io.github.registrymaven.image.BrokenImage;
import io.github.registrymaven.image.Descriptor;
import io.github.registrymaven.image.FinishedImage;
import io.github.registrymaven.image.UnpackedImage;
import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.CertificateAuthority;
import io.github.registrymaven.testkit.DockerRegistry;
import io.github.registrymaven.testkit.Programs;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was pushed to a real docker-registry is what skopeo pulls from it. */
class RealRegistryTest {
    @TempDir
    private Path home;

    private final HandMade made = new HandMade();

    @BeforeAll
    static void needsTheRealThings() {
        for (String program : List.of("docker-registry", "skopeo", "htpasswd")) {
            String missing = Programs.missing(program);
            Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        }
    }

    /** The digest that skopeo finds in the layout it pulled the image to, every layer verified on the way. */
    private String pulled(String reference, String name) throws IOException, InterruptedException {
        Path folder = home.resolve(name);
        List<String> command = new ArrayList<>(List.of("skopeo", "--insecure-policy", "copy", "--all"));
        command.addAll(List.of("--preserve-digests", "--src-tls-verify=false", "--src-creds", "ci:right"));
        command.addAll(List.of("docker://" + reference, "oci:" + folder));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        Process skopeo = builder.start();
        String said = new String(skopeo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(skopeo.waitFor()).as(said).isZero();
        String index = Files.readString(folder.resolve("index.json"));
        return index.replaceAll("(?s).*?\"digest\"\\s*:\\s*\"(sha256:[0-9a-f]{64})\".*", "$1");
    }

    private String passwords() throws IOException, InterruptedException {
        Path file = home.resolve("htpasswd");
        Process htpasswd = new ProcessBuilder("htpasswd", "-Bbc", "-C", "4", file.toString(), "ci", "right").start();
        assertThat(htpasswd.waitFor()).isZero();
        return "auth: {htpasswd: {realm: r, path: " + file + "}}";
    }

    private interface Visit {
        void of(DockerRegistry registry) throws Exception;
    }

    /** With a token service whose tokens the registry trusts. */
    private static void withTokens(Visit visit) throws Exception {
        try (CertificateAuthority authority = CertificateAuthority.create();
                TestRegistry tokens = TestRegistry.builder()
                        .bearer()
                        .signedBy(authority)
                        .user("ci", "right")
                        .grant("ci", "team/*", Action.PULL, Action.PUSH, Action.DELETE)
                        .start();
                DockerRegistry registry = DockerRegistry.start(
                        "",
                        "auth: {token: {realm: '" + tokens.url()
                                + "/token', service: testkit, issuer: registry-testkit," + " rootcertbundle: "
                                + authority.certificate() + "}}")) {
            visit.of(registry);
        }
    }

    @Test
    void takesAFinishedImageByteForByte() throws Exception {
        try (DockerRegistry registry = DockerRegistry.start("", passwords())) {
            FinishedImage image = made.ofLayers(3_000_000, 20_000, 0);
            String reference = registry.host() + "/team/app:1.0";

            PushedImage pushed = new Pushing(home).one(image, reference);

            assertThat(pushed.failure()).isNull();
            assertThat(pulled(reference, "pulled"))
                    .isEqualTo(image.root().descriptor().digest());
            assertThat(new Pushing(home).one(image, reference).requests()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void takesAnUnpackedImageWithTokens() throws Exception {
        withTokens(registry -> {
            UnpackedImage image = made.unpacked(made.random(3_000_000, 1), made.random(20_000, 2));
            String reference = registry.host() + "/team/app:1.0";

            PushedImage pushed = new Pushing(home).one(image, reference);

            assertThat(pushed.failure()).isNull();
            assertThat(pulled(reference, "pulled")).isEqualTo(pushed.digest());
            assertThat(new Pushing(home).one(image, reference).unchanged()).isTrue();
        });
    }

    @Test
    void mountsWithTokensAndTakesAnIndex() throws Exception {
        withTokens(registry -> {
            var amd64 = made.manifest("amd64", made.layer(made.random(2_000, 1)));
            var arm64 = made.manifest("arm64", made.layer(made.random(2_000, 2)));
            FinishedImage image = HandMade.finished(amd64, arm64, HandMade.index(amd64, arm64));

            PushReport report = new Pushing(home)
                    .push(image, registry.host() + "/team/app:1.0", registry.host() + "/team/copy:1.0");

            assertThat(report.images().get(1).failure()).isNull();
            assertThat(report.images().get(1).blobs()).isEqualTo(new BlobCount(0, 4, 0));
            assertThat(pulled(registry.host() + "/team/copy:1.0", "pulled"))
                    .isEqualTo(image.root().descriptor().digest());
        });
    }

    @Test
    void keepsNothingOfABrokenImage() throws Exception {
        withTokens(registry -> {
            BrokenImage trouble = new BrokenImage(Cause.DIGEST_MISMATCH, "app.tar: layer 1 is cut short");
            FinishedImage image = HandMade.finished(made.manifest("a", made.failing(5_000_000, trouble)));

            PushedImage pushed = new Pushing(home).one(image, registry.host() + "/team/app:1.0");

            assertThat(pushed.failure()).isNotNull();
            // This registry itself answers 416 to the DELETE of an upload that was broken off, and purges it later.
            assertThat(registry.contents()).noneMatch(file -> file.contains("/_manifests/"));
        });
    }

    @Test
    void takesALargeLayerOnlyByItsDigest() throws Exception {
        try (DockerRegistry registry = DockerRegistry.start("", "")) {
            var lying = new Blob(
                    new Descriptor(HandMade.LAYER, "sha256:" + "1".repeat(64), 100_000),
                    made.layer(made.random(100_000, 3)).content());

            PushFailure failure = new Pushing(home)
                    .one(HandMade.finished(made.manifest("a", lying)), registry.host() + "/team/app:1.0")
                    .failure();

            assertThat(failure).isNotNull();
            assertThat(failure == null ? null : failure.cause()).isEqualTo(Cause.DIGEST_MISMATCH);
            assertThat(registry.contents()).noneMatch(file -> file.contains("/_manifests/"));
        }
    }
}
