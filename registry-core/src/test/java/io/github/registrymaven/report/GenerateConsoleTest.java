package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.generate.GeneratedFile;
import io.github.registrymaven.generate.GeneratedFolder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerateConsoleTest {
    private static GeneratedFolder.Outcome outcome(GeneratedFolder.Fate fate) {
        return new GeneratedFolder.Outcome(new GeneratedFile("a/ecr.tf", "", "declares the repositories"), fate);
    }

    @Test
    void saysInOneLineWhatBecameOfAFile() {
        List<String> lines = Arrays.stream(GeneratedFolder.Fate.values())
                .map(fate -> GenerateConsole.of(outcome(fate)))
                .toList();

        assertThat(lines)
                .containsExactly(
                        "wrote a/ecr.tf: declares the repositories",
                        "wrote a/ecr.tf anew: declares the repositories",
                        "a/ecr.tf is as it was: declares the repositories",
                        "a/ecr.tf was changed since it was generated, and is kept as it is; remove it to have it generated anew",
                        "a/ecr.tf declares the repositories, and is left there");
    }

    @Test
    void whatWasNotWrittenIsRemarkable() {
        assertThat(Arrays.stream(GeneratedFolder.Fate.values())
                        .filter(fate -> GenerateConsole.isRemarkable(outcome(fate))))
                .containsExactly(GeneratedFolder.Fate.KEPT, GeneratedFolder.Fate.LEFT_OVER);
    }
}
