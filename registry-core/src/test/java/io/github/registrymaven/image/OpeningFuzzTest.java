package io.github.registrymaven.image;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/**
 * Whatever the bytes of a file, they are an image or are refused with a message.
 *
 * <p>Runs with {@code JAZZER_FUZZ=1} in the environment only, as Jazzer's agent takes ten seconds to start and instruments
 * what the other tests use. {@link OpeningSeedsTest} tries its inputs in every build.
 */
class OpeningFuzzTest {
    @DictionaryEntries({
        "ustar\00000",
        "ustar  \0",
        "././@LongLink",
        "manifest.json",
        "index.json",
        "blobs/sha256/",
        "../",
        "path=",
        "size=",
        "linkpath=",
        "GNU.sparse.",
        "\"Config\":",
        "\"Layers\":",
        "\"LayerSources\":",
        "\"manifests\":",
        "\"layers\":",
        "\"config\":",
        "\"digest\":",
        "\"size\":",
        "\"urls\":",
        "\"rootfs\":",
        "\"diff_ids\":",
        "sha256:",
        "sha512:",
        "1e999999999"
    })
    @FuzzTest(maxDuration = "15s")
    void anyBytesAreAnImageOrRefused(byte[] input) throws IOException {
        OpeningClaims.hold(input);
    }
}
