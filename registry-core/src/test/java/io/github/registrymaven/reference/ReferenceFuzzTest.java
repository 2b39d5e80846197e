package io.github.registrymaven.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever the text, it is parsed or shown with a caret, and never throws.
 *
 * <p>Runs with {@code JAZZER_FUZZ=1} in the environment only, as Jazzer's agent takes ten seconds to start and instruments
 * what the other tests use. {@link ReferenceSeedsTest} tries its inputs in every build.
 */
class ReferenceFuzzTest {
    @DictionaryEntries({
        "docker.io/",
        "library/",
        "localhost:",
        "ghcr.io/",
        "public.ecr.aws/",
        ".dkr.ecr.",
        ".dkr-ecr-fips.",
        ".amazonaws.com/",
        ".on.aws/",
        "-docker.pkg.dev/",
        "mirror.gcr.io/",
        ".azurecr.io/",
        ".data.azurecr.io/",
        "@sha256:",
        "@sha512:",
        "${",
        "}",
        "https://",
        "[::1]",
        "__",
        "--",
        "\\",
        "/"
    })
    @FuzzTest(maxDuration = "15s")
    void anyTextIsReadOrExplained(byte[] input) {
        ReferenceClaims.hold(new String(input, UTF_8));
    }
}
