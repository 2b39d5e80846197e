package io.github.registrymaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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

/** skopeo pushes to the testkit's registry and pulls from it, over http and over TLS. */
class SkopeoTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void needsSkopeo() {
        String missing = Programs.missing("skopeo");
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
    }

    private String skopeo(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("skopeo", "--insecure-policy", "copy"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said;
    }

    @Test
    void pushesAndPullsWithAToken() throws Exception {
        String image = "oci:" + SmallImage.write(folder.resolve("image")) + ":1.0";
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL, Action.PUSH)
                .start()) {
            String target = "docker://" + registry.host() + "/team/app:1.0";

            assertThat(skopeo("--dest-tls-verify=false", "--dest-creds", "ci:right", image, target))
                    .isEmpty();
            assertThat(registry.contents()).anyMatch(line -> line.startsWith("tag team/app:1.0 sha256:"));
            assertThat(skopeo(
                            "--src-tls-verify=false",
                            "--src-creds",
                            "ci:right",
                            target,
                            "oci:" + folder.resolve("back")))
                    .isEmpty();
            assertThat(Files.exists(folder.resolve("back/index.json"))).isTrue();
        }
    }

    @Test
    void believesItsAuthorityOnlyWhereToldTo() throws Exception {
        String image = "oci:" + SmallImage.write(folder.resolve("image")) + ":1.0";
        try (CertificateAuthority authority = CertificateAuthority.create();
                TestRegistry registry = TestRegistry.builder()
                        .tls(authority.server("ip:127.0.0.1"))
                        .start()) {
            String target = "docker://" + registry.host() + "/team/app:1.0";
            Path trusted = Files.createDirectories(folder.resolve("trusted"));
            Files.copy(authority.certificate(), trusted.resolve("ca.crt"));

            assertThat(skopeo(image, target)).contains("certificate");
            assertThat(skopeo("--dest-cert-dir", trusted.toString(), image, target))
                    .isEmpty();
        }
    }
}
