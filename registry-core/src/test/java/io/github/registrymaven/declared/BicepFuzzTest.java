package io.github.registrymaven.declared;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/**
 * Whatever a file of Bicep holds, it is read or its problem is told.
 *
 * <p>Runs with {@code JAZZER_FUZZ=1} in the environment only. {@link ReadingSeedsTest} tries its inputs in every build.
 */
class BicepFuzzTest {
    @DictionaryEntries({
        "resource ",
        "param ",
        "var ",
        "= if (",
        "[for ",
        "Microsoft.ContainerRegistry/registries@1",
        "tasks@1",
        "${",
        "'''",
        "base64(",
        "existing",
        "?.",
        "=> "
    })
    @FuzzTest(maxDuration = "15s")
    void anyTextIsReadOrAProblem(byte[] input) throws IOException {
        ReadingClaims.hold("main.bicep", input);
    }
}
