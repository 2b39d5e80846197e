package io.github.registrymaven.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.registrymaven.policy.dockerfile.DockerfileRule;
import io.github.registrymaven.policy.dockerfile.DockerfileRules;
import io.github.registrymaven.policy.dockerfile.DockerfileTerms;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Whatever a Dockerfile holds, every rule has something to say of it, at a line.
 *
 * <p>Runs with {@code JAZZER_FUZZ=1} in the environment only.
 */
class DockerfileFuzzTest {
    @DictionaryEntries({
        "FROM ",
        " AS ",
        "ARG ",
        "RUN ",
        "RUN <<EOF",
        "\nEOF\n",
        "COPY --from=",
        "ADD --checksum=",
        "--mount=type=cache",
        "# escape=`",
        "# syntax=",
        "${",
        ":-",
        " && ",
        "apt-get install",
        "mvn package",
        "ENTRYPOINT [\"",
        "\\\n"
    })
    @FuzzTest(maxDuration = "20s")
    void anyTextIsJudged(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        DockerfileTerms terms = new DockerfileTerms(PolicyLevel.STRICT, null, Set.of(), false);

        ReadDockerfile read = ReadDockerfile.of(text, "Dockerfile");

        for (DockerfileRule rule : DockerfileRules.all()) {
            assertThat(DockerfileRules.judge(rule, read, terms)).isNotEmpty().allSatisfy(judgement -> {
                assertThat(judgement.location()).matches("Dockerfile:[1-9][0-9]*");
                assertThat(judgement.fact()).isNotBlank();
            });
        }
    }
}
