package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.catalogue.Explainer;
import io.github.registrymaven.catalogue.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationFileTest {
    private static final Explanation ONE = new Explainer().explain("push.log", "no basic auth credentials");

    @TempDir
    private Path folder;

    @Test
    void isThereOnceItIsWholeAndAlone() throws Exception {
        try (ExplanationFile file = new ExplanationFile(folder)) {
            file.add(ONE);
            assertThat(folder.resolve(ExplanationFile.NAME)).doesNotExist();
            file.finish();
        }

        assertThat(folder.resolve(ExplanationFile.NAME)).content().contains("credentials-missing");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void leavesNothingBehindWhereItWasNotFinished() throws Exception {
        try (ExplanationFile file = new ExplanationFile(folder)) {
            file.add(ONE);
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesWhatIsToldWhereItCannotBeWrittenAndSaysSoAtTheEnd() throws Exception {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file");

        try (ExplanationFile file = new ExplanationFile(occupied.resolve("registry"))) {
            file.add(ONE);

            assertThatThrownBy(file::finish).isInstanceOf(IOException.class);
        }
    }
}
