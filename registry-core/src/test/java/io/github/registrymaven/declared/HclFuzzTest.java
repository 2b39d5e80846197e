package io.github.registrymaven.declared;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/**
 * Whatever a Terraform file holds, it is read or its problem is told.
 *
 * <p>Runs with {@code JAZZER_FUZZ=1} in the environment only. {@link ReadingSeedsTest} tries its inputs in every build.
 */
class HclFuzzTest {
    @DictionaryEntries({
        "resource \"aws_ecr_repository\" \"a\" {",
        "locals {",
        "for_each",
        "count",
        "dynamic",
        "jsonencode(",
        "try(",
        "for x in ",
        "<<-EOT",
        "${",
        "%{ if ",
        "[*]",
        "var.",
        "local.",
        "module.",
        "=> ",
        "..."
    })
    @FuzzTest(maxDuration = "15s")
    void anyTextIsReadOrAProblem(byte[] input) throws IOException {
        ReadingClaims.hold("main.tf", input);
    }
}
