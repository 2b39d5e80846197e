package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFolderTest {
    @TempDir
    Path folder;

    private final LogFolder reader = new LogFolder(new Explainer(), 2);

    private List<Explanation> explained() throws IOException, InterruptedException {
        List<Explanation> told = new ArrayList<>();
        reader.folder(folder, told::add);
        return told;
    }

    @Test
    void tellsEachLogInTheOrderOfTheNamesWhicheverIsReadFirst() throws Exception {
        for (int i = 0; i < 200; i++) {
            Path log = folder.resolve("%02d/%03d.log".formatted(i % 7, i));
            Files.createDirectories(log.getParent());
            Files.writeString(log, i % 2 == 0 ? "no basic auth credentials\n" : "all is well\n".repeat(i * 100));
        }

        List<Explanation> told = explained();

        assertThat(told)
                .hasSize(200)
                .isSortedAccordingTo((one, other) -> one.source().compareTo(other.source()));
        assertThat(told)
                .filteredOn(Explanation::isKnown)
                .hasSize(100)
                .allMatch(each -> each.cause() == Cause.CREDENTIALS_MISSING);
        assertThat(told.get(0).source()).isEqualTo("00/000.log");
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws Exception {
        Path outside = Files.createTempFile("outside", ".log");
        try {
            Files.createSymbolicLink(folder.resolve("link"), outside.getParent());
            Files.writeString(folder.resolve("a.log"), "no basic auth credentials");

            assertThat(explained()).extracting(Explanation::source).containsExactly("a.log");
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void saysWhichFileCannotBeReadAndReadsTheOthers() throws Exception {
        Files.writeString(folder.resolve("b.log"), "no basic auth credentials");
        // Cut in the middle of gzip's own header.
        Files.write(folder.resolve("a.log.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});

        List<Explanation> told = explained();

        assertThat(told.get(0).cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(told.get(0).summary()).startsWith("It cannot be read: ");
        assertThat(told.get(1).cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
    }

    @Test
    void ofAFileThatIsGoneItSaysSo() {
        assertThat(reader.file(folder.resolve("gone"), "gone").summary()).startsWith("It cannot be read: ");
    }

    @Test
    void failsWhereTheFolderItselfCannotBeRead() {
        assertThatThrownBy(() -> reader.folder(folder.resolve("gone"), each -> {}))
                .isInstanceOf(NoSuchFileException.class);
    }
}
