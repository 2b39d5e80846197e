package io.github.registrymaven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFolderTest {
    @TempDir
    private Path temp;

    private List<String> write(GeneratedFile... files) throws IOException {
        return new GeneratedFolder(temp.resolve("generated"))
                .write(new Generation(List.of(files), List.of())).stream()
                        .map(outcome -> outcome.file().path() + " " + outcome.fate())
                        .toList();
    }

    private static GeneratedFile file(String path, String content) {
        return new GeneratedFile(path, content, "is for a test");
    }

    private Path path(String path) {
        return temp.resolve("generated").resolve(path);
    }

    @Test
    void writesWhatIsNotThereAndRenewsWhatIsAsItWas() throws IOException {
        assertThat(write(file("aws/policy.json", "one"))).containsExactly("aws/policy.json WRITTEN");
        assertThat(write(file("aws/policy.json", "one"))).containsExactly("aws/policy.json SAME");
        assertThat(write(file("aws/policy.json", "two"))).containsExactly("aws/policy.json RENEWED");
        assertThat(path("aws/policy.json")).hasContent("two");
    }

    @Test
    void leavesAFileAloneThatSomebodyChanged() throws IOException {
        write(file("a", "one"));
        Files.writeString(path("a"), "mine");

        assertThat(write(file("a", "two"))).containsExactly("a KEPT");
        assertThat(write(file("a", "three"))).containsExactly("a KEPT");
        assertThat(path("a")).hasContent("mine");

        Files.delete(path("a"));
        assertThat(write(file("a", "three"))).containsExactly("a WRITTEN");
    }

    @Test
    void leavesAFileAloneThatItNeverWrote() throws IOException {
        Files.createDirectories(path("."));
        Files.writeString(path("a"), "mine");

        assertThat(write(file("a", "one"))).containsExactly("a KEPT");
        assertThat(path("a")).hasContent("mine");
    }

    @Test
    void takesBackAFileThatIsAsItWouldBe() throws IOException {
        write(file("a", "one"));
        Files.writeString(path("a"), "two");

        assertThat(write(file("a", "two"))).containsExactly("a SAME");
        assertThat(write(file("a", "three"))).containsExactly("a RENEWED");
    }

    @Test
    void saysWhatIsLeftOverAndDeletesNothing() throws IOException {
        write(file("a", "one"), file("b", "one"));

        assertThat(write(file("a", "one"))).containsExactly("a SAME", "b LEFT_OVER");
        assertThat(path("b")).hasContent("one");
    }

    @Test
    void believesAListOnlyAboutItsOwnFolder() throws IOException {
        Files.writeString(temp.resolve("outside"), "x");
        Files.createDirectories(path("."));
        Files.writeString(path(".generated"), "0000  ../outside\nnonsense\n");

        assertThat(write(file("a", "one"))).containsExactly("a WRITTEN");
    }

    @Test
    void makesScriptsThatCanBeRun() throws IOException {
        write(file("create-role.sh", "#!/bin/sh\n"), file("policy.json", "{}"));

        assertThat(path("create-role.sh")).isExecutable();
        assertThat(path("policy.json").toFile().canExecute()).isFalse();
    }
}
