package io.github.registrymaven.declared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzz tests' seeds, and whatever input once broke them, tried without Jazzer; and sound files, spoilt. */
class ReadingSeedsTest {
    @ParameterizedTest
    @MethodSource("seeds")
    void everySeedIsReadOrAProblem(String name, Path seed) throws IOException {
        ReadingClaims.hold(name, Files.readAllBytes(seed));
    }

    static Stream<Arguments> seeds() throws IOException {
        return Stream.of(
                        of("main.tf", HclFuzzTest.class),
                        of("template.yaml", YamlFuzzTest.class),
                        of("main.bicep", BicepFuzzTest.class))
                .flatMap(List::stream);
    }

    private static List<Arguments> of(String name, Class<?> test) throws IOException {
        return ReadingClaims.seeds(test).stream()
                .map(seed -> Arguments.of(name, seed))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("soundFiles")
    void aSoundFileCutAnywhereIsReadOrAProblem(String file) throws IOException {
        byte[] sound = Files.readAllBytes(Fixtures.folder().resolve(file));

        for (int length = 0; length < sound.length; length += 37) {
            ReadingClaims.hold(name(file), Arrays.copyOf(sound, length));
        }
    }

    @ParameterizedTest
    @MethodSource("soundFiles")
    void aSoundFileWithAnyByteChangedIsReadOrAProblem(String file) throws IOException {
        byte[] sound = Files.readAllBytes(Fixtures.folder().resolve(file));
        // The same spoilt files in each build.
        Random where = new Random(7);

        for (int turn = 0; turn < 100; turn++) {
            byte[] spoilt = sound.clone();
            spoilt[where.nextInt(sound.length)] = (byte) where.nextInt();
            ReadingClaims.hold(name(file), spoilt);
        }
    }

    static List<String> soundFiles() {
        return List.of(
                "terraform/service/main.tf",
                "google/main.tf",
                "azurerm/main.tf",
                "cloudformation/repository.yaml",
                "cloudformation/repository.json",
                "plan/tfplan.json",
                "azure/azuredeploy.json",
                "azure/main.bicep");
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    @Test
    void anExpressionThatGoesOnWithoutEndIsAProblemOrUnknown() throws IOException {
        String sum = "1" + " + 1".repeat(50_000);
        String dots = "a" + ".b".repeat(50_000);
        String not = "!".repeat(50_000) + "true";

        for (String expression : List.of(sum, dots, not)) {
            String code = "resource \"aws_ecr_repository\" \"a\" {\n  name = " + expression + "\n}\n";
            ReadingClaims.hold("main.tf", code.getBytes(StandardCharsets.UTF_8));
            String bicep = "resource a 'Microsoft.ContainerRegistry/registries@1' = {\n  name: " + expression + "\n}\n";
            ReadingClaims.hold("main.bicep", bicep.getBytes(StandardCharsets.UTF_8));
        }
    }
}
