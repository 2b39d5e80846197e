package io.github.registrymaven.enforcer;

import io.github.registrymaven.declared.DeclaredSources;
import io.github.registrymaven.dockerfile.ReadDockerfile;
import io.github.registrymaven.policy.dockerfile.DockerfileRule;
import io.github.registrymaven.policy.dockerfile.DockerfileRules;
import io.github.registrymaven.policy.dockerfile.DockerfileTerms;
import io.github.registrymaven.policy.lifecycle.Pushed;
import io.github.registrymaven.policy.rules.ByteLimit;
import io.github.registrymaven.policy.rules.ImageSize;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.MovingTags;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.policy.rules.StateRule;
import io.github.registrymaven.policy.rules.StateRules;
import io.github.registrymaven.policy.rules.Terms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What each rule says of something that breaks it. */
final class RuleExamples {
    private static final List<String> DOCKERFILE = List.of(
            "FROM maven:3.9-eclipse-temurin-21",
            "COPY . .",
            "RUN apt-get update && apt-get install -y curl",
            "RUN mvn -B package",
            "ENTRYPOINT [\"java\", \"-jar\", \"target/app.jar\"]");

    private RuleExamples() {}

    /** Empty for rules that judge no repository, Dockerfile or image. */
    static Optional<Judgement> of(String rule, Path folder) throws Exception {
        StateRule state = new StateRules().named(rule);
        if (state != null) {
            return Optional.of(broken(state, folder));
        }
        DockerfileRule dockerfile = DockerfileRules.named(rule);
        if (dockerfile != null) {
            DockerfileTerms terms = new DockerfileTerms(PolicyLevel.MINIMUM, null, Set.of(), true);
            return Optional.of(DockerfileRules.judge(
                            dockerfile, ReadDockerfile.of(String.join("\n", DOCKERFILE), "Dockerfile"), terms)
                    .get(0));
        }
        if (rule.equals(MovingTags.NAME)) {
            return Optional.of(new MovingTags(PolicyLevel.MINIMUM, List.of(), List.of())
                    .judge("registry.example.com/team/app:latest", "jib-maven-plugin:build"));
        }
        return rule.equals(ImageSize.NAME) ? Optional.of(tooLarge(folder)) : Optional.empty();
    }

    /** By the level that asks for it first. */
    private static Judgement broken(StateRule rule, Path folder) throws IOException {
        Files.copy(
                Objects.requireNonNull(RuleExamples.class.getResourceAsStream("main.tf")), folder.resolve("main.tf"));
        Pushed pushed = new Pushed("team/app", List.of("1.2.0"), 1);
        return Arrays.stream(PolicyLevel.values())
                .map(level -> Terms.of(level).pushing(List.of(pushed)))
                .flatMap(terms -> new DeclaredSources(folder)
                        .read(List.of(folder)).states().stream().map(each -> rule.judge(each, terms)))
                .filter(judgement -> judgement.outcome() == Outcome.FAIL)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing in main.tf breaks " + rule.name()));
    }

    private static Judgement tooLarge(Path folder) throws Exception {
        Path blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
        byte[] layer = new byte[4_120_000];
        String config =
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"history\":[{\"created_by\":\"COPY target/lib /app/lib"
                        + " # buildkit\"}],\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
        String manifest = "{\"schemaVersion\":2,\"config\":"
                + blob(blobs, "application/vnd.oci.image.config.v1+json", config.getBytes(StandardCharsets.UTF_8))
                + ",\"layers\":[" + blob(blobs, "application/vnd.oci.image.layer.v1.tar", layer) + "]}";
        Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.writeString(
                folder.resolve("index.json"),
                "{\"schemaVersion\":2,\"manifests\":["
                        + blob(
                                blobs,
                                "application/vnd.oci.image.manifest.v1+json",
                                manifest.getBytes(StandardCharsets.UTF_8))
                        + "]}");
        return new ImageSize(Objects.requireNonNull(ByteLimit.of("3 MB")), null).judge(folder, "target/image");
    }

    private static String blob(Path blobs, String type, byte[] bytes) throws Exception {
        String hex =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        Files.write(blobs.resolve(hex), bytes);
        return "{\"mediaType\":\"" + type + "\",\"digest\":\"sha256:" + hex + "\",\"size\":" + bytes.length + "}";
    }
}
