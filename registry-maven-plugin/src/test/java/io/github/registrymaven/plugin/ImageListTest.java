package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageListTest {
    @TempDir
    private Path folder;

    private File file(String text) throws IOException {
        return Files.writeString(folder.resolve("images.txt"), text).toFile();
    }

    @Test
    void readsTheParameterAndLeavesOutBlanks() throws ConfigurationProblem {
        assertThat(ImageList.read(Arrays.asList(" a/b:1 ", "", null), true, "registry.images", null))
                .containsExactly(new RequestedImage("a/b:1", "registry.images"));
    }

    @Test
    void saysInWhichPlaceAnImageIsNamed() throws ConfigurationProblem {
        assertThat(ImageList.read(List.of("a/b:1"), true, "<images> in the POM", null))
                .extracting(RequestedImage::foundIn)
                .containsExactly("<images> in the POM");
    }

    @Test
    void readsAFileAndSaysOnWhichLine() throws Exception {
        assertThat(ImageList.read(null, false, "registry.images", file("# ours\n\na/b:1\r\n  a/c:1\n")))
                .containsExactly(
                        new RequestedImage("a/b:1", "images.txt:3"), new RequestedImage("a/c:1", "images.txt:4"));
    }

    @Test
    void readsAFileAsEditorsAndPowerShellOfWindowsWriteIt() throws Exception {
        RequestedImage image = new RequestedImage("a/b:1", "images.txt:1");

        assertThat(ImageList.read(null, false, "registry.images", file("\uFEFFa/b:1\r\n")))
                .containsExactly(image);
        Path wide = folder.resolve("images.txt");
        Files.write(wide, "\uFEFFa/b:1\r\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(ImageList.read(null, false, "registry.images", wide.toFile()))
                .containsExactly(image);
    }

    @Test
    void takesAnImageOnceHoweverOftenItIsNamed() throws Exception {
        assertThat(ImageList.read(List.of("a/b:1", "a/b:1"), true, "registry.images", file("a/b:1\n")))
                .hasSize(1);
    }

    @Test
    void findsNothingWhereNothingIsGiven() throws ConfigurationProblem {
        assertThat(ImageList.read(List.of(), false, "registry.images", null)).isEmpty();
    }

    @Test
    void refusesAListWithoutAnImage() {
        assertThatThrownBy(() -> ImageList.read(List.of(" "), true, "registry.images", null))
                .isInstanceOf(ConfigurationProblem.class)
                .hasMessageContaining("registry.images is given, but names no image");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> ImageList.read(
                        null, false, "registry.images", folder.resolve("absent").toFile()))
                .hasMessageContaining("registry.imagesFile is ")
                .hasMessageContaining("there is no such file");
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> ImageList.read(null, false, "registry.images", folder.toFile()))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void refusesAFileThatIsNoText() throws IOException {
        Path bytes = folder.resolve("image.tar");
        Files.write(bytes, "\u00e4".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ImageList.read(null, false, "registry.images", bytes.toFile()))
                .hasMessageContaining("no text in UTF-8");
    }

    @Test
    void refusesAFileThatNamesNothing() {
        assertThatThrownBy(() -> ImageList.read(null, false, "registry.images", file("# nothing yet\n")))
                .hasMessageContaining("names no image");
    }
}
