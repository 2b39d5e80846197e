package io.github.registrymaven.dockerfile;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever a Dockerfile holds, every rule has something to say of it.
 *
 * <p>Runs with {@code JAZZER_FUZZ=1} in the environment only. {@link DockerfileSeedsTest} tries its inputs in every build.
 */
class DockerfileFuzzTest {
    @DictionaryEntries({
        "FROM ",
        " AS ",
        "ARG ",
        "RUN ",
        "RUN <<EOF",
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
        "ENTRYPOINT ["
    })
    @FuzzTest(maxDuration = "15s")
    void anyTextIsJudged(byte[] input) {
        DockerfileClaims.hold(input);
    }
}
