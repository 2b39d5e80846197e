package io.github.registrymaven.network;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fuzz test's seeds, cut anywhere, and what once broke it. */
class AnswerSeedsTest {
    @ParameterizedTest
    @MethodSource("seeds")
    void aSeedIsAnAnswerOrNoneWhereverItIsCut(Path seed) throws IOException {
        byte[] whole = Files.readAllBytes(seed);

        for (int length = 0; length <= whole.length; length++) {
            AnswerClaims.hold(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/-1.1 200 OK",
                "HTTP/1.-1 200 OK",
                "HTTP/1.1 0 Nothing",
                "HTTP/1.1 -200 OK",
                "HTTP/1.1 200 OK|\u0001: x",
                "HTTP/1.1 200 OK|A: x|A\u0001: y",
                "HTTP/1.1 200 OK|Content-Length: -1",
                "HTTP/1.1 200 OK|Content-Length: 99999999999999999999",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||-1|x",
                "HTTP/1.1 101 Switching"
            })
    void nonsenseIsNoDefectOfOurs(String lines) {
        AnswerClaims.hold((lines + "||").replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    static List<Path> seeds() throws IOException, URISyntaxException {
        var folder = AnswerSeedsTest.class.getResource("AnswerFuzzTestInputs/anyBytesAreAnAnswerOrNone");
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(folder).toURI()))) {
            return files.sorted().toList();
        }
    }
}
