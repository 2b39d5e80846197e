package io.github.registrymaven.network;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever a server sends is an answer, or is said to be none.
 *
 * <p>Runs with {@code JAZZER_FUZZ=1} in the environment only. {@link AnswerSeedsTest} tries its inputs in every build.
 */
class AnswerFuzzTest {
    @DictionaryEntries({
        "HTTP/1.1 ",
        "HTTP/1.-1 ",
        "Content-Length: ",
        "Transfer-Encoding: chunked",
        "Connection: close",
        "Location: ",
        "\\x0d\\x0a",
        "\\x0d\\x0a\\x0d\\x0a",
        "0\\x0d\\x0a\\x0d\\x0a",
        "ffffffff\\x0d\\x0a"
    })
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreAnAnswerOrNone(byte[] input) {
        AnswerClaims.hold(input);
    }
}
