package io.github.registrymaven.declared;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/**
 * Whatever a CloudFormation template holds, it is read or its problem is told.
 *
 * <p>Runs with {@code JAZZER_FUZZ=1} in the environment only. {@link ReadingSeedsTest} tries its inputs in every build.
 */
class YamlFuzzTest {
    @DictionaryEntries({
        "AWSTemplateFormatVersion",
        "Resources:",
        "Type: AWS::ECR::Repository",
        "!Ref ",
        "!Sub ",
        "!If ",
        "Fn::Join",
        "Conditions:",
        "&a ",
        "*a",
        "LifecyclePolicyText",
        "RepositoryPolicyText",
        "? ",
        "!!binary "
    })
    @FuzzTest(maxDuration = "15s")
    void anyTextIsReadOrAProblem(byte[] input) throws IOException {
        ReadingClaims.hold("template.yaml", input);
    }
}
