package io.github.registrymaven.dockerfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzz test's seeds, and whatever input once broke it, tried without Jazzer, whole and cut anywhere; and hostile ones. */
class DockerfileSeedsTest {
    static List<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(
                        DockerfileSeedsTest.class.getResource("DockerfileFuzzTestInputs/anyTextIsJudged"))
                .getPath()))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSeedIsJudgedWholeAndCutAnywhere(Path seed) throws IOException {
        byte[] whole = Files.readAllBytes(seed);

        for (int length = 0; length <= whole.length; length++) {
            DockerfileClaims.hold(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void hugeAndHostileLinesAreJudged() {
        for (String hostile : List.of(
                "FROM a\nRUN " + "(".repeat(100_000),
                "FROM a\nRUN curl " + "a ".repeat(100_000) + "|",
                "FROM a\nENV " + "A=${".repeat(50_000),
                "ARG A=x\n" + "ARG A=$A$A\n".repeat(100) + "FROM $A",
                "FROM a\nRUN x" + " \\\n".repeat(100_000),
                "FROM a\nADD " + "\\".repeat(100_001),
                "FROM a\nCOPY " + "[".repeat(100_000),
                "FROM a\nRUN " + "<<EOF ".repeat(2_000),
                "FROM a AS a\n".repeat(5_000),
                "FROM a\nCOPY " + "*".repeat(100_000) + "/x.jar /",
                "FROM a\nENV " + "A_".repeat(50_000) + "TOKEN=" + "$A".repeat(50_000),
                "FROM a AS a\nARG A=x\nUSER $A\n".repeat(5_000),
                "FROM a\nARG A=" + "x".repeat(9_000) + "\n" + "COPY $A $A /\nARG B=$A\n".repeat(10_000),
                "FROM a AS a\n" + "COPY --from=a x.jar /\nCOPY --from=a x.jar /\nFROM a AS a\n".repeat(1_000),
                "FROM ${" + "A:-${".repeat(50_000) + "}".repeat(50_000))) {
            DockerfileClaims.hold(hostile.getBytes(StandardCharsets.UTF_8));
        }
    }
}
