package io.github.registrymaven.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OciLayoutTest {
    @TempDir
    private Path folder;

    private void index(String text) throws IOException {
        Files.writeString(folder.resolve("index.json"), text);
    }

    @Test
    void knowsTheDigestOfItsOneImage() throws IOException {
        index("{\"manifests\":[{\"digest\":\"sha256:abc\"}]}");

        assertThat(OciLayout.digestOf(folder)).isEqualTo("sha256:abc");
    }

    @Test
    void doesNotGuessAmongSeveral() throws IOException {
        index("{\"manifests\":[{\"digest\":\"sha256:abc\"},{\"digest\":\"sha256:def\"}]}");

        assertThat(OciLayout.digestOf(folder)).isNull();
    }

    @Test
    void isNotConfusedByWhatIsNoLayout() throws IOException {
        assertThat(OciLayout.digestOf(folder)).isNull();
        index("not json");
        assertThat(OciLayout.digestOf(folder)).isNull();
    }
}
