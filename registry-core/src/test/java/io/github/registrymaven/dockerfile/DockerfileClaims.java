package io.github.registrymaven.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.dockerfile.DockerfileRule;
import io.github.registrymaven.policy.dockerfile.DockerfileRules;
import io.github.registrymaven.policy.dockerfile.DockerfileTerms;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** What judging promises for any bytes at all. */
final class DockerfileClaims {
    private DockerfileClaims() {}

    /** Every rule has something to say of them, at a line. */
    static void hold(byte[] bytes) {
        ReadDockerfile read = ReadDockerfile.of(new String(bytes, StandardCharsets.UTF_8), "Dockerfile");
        for (DockerfileRule rule : DockerfileRules.all()) {
            List<Judgement> judgements =
                    DockerfileRules.judge(rule, read, new DockerfileTerms(PolicyLevel.STRICT, null, Set.of(), false));

            assertThat(judgements.isEmpty()).isFalse();
            for (Judgement judgement : judgements) {
                assertThat(judgement.location()).matches("Dockerfile:[1-9][0-9]*");
                assertThat(judgement.fact()).isNotBlank();
            }
        }
    }
}
