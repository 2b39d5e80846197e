package io.github.registrymaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.push.BlobCount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PushConsoleTest {
    private final PushConsole console = new PushConsole("target/registry/push.json");

    @Test
    void tellsAPushInOneLine() {
        assertThat(console.of(Pushes.arrived()))
                .isEqualTo("pushed localhost:5000/team/app:1.0@" + Pushes.DIGEST
                        + ", 12.3 MB, 3 of 5 layers sent, 2 were there already, in 1.2 s");
    }

    @Test
    void saysWhatBecameOfTheLayers() {
        assertThat(console.of(Pushes.with(new BlobCount(1, 0, 0), "1.0"))).contains(", 1 layer sent, in");
        assertThat(console.of(Pushes.with(new BlobCount(0, 1, 1), "1.0")))
                .contains(", 0 of 2 layers sent, 1 was mounted, 1 was there already, in");
        assertThat(console.of(Pushes.with(new BlobCount(0, 0, 0), "1.0"))).contains(", no layer had to be sent, in");
    }

    @Test
    void namesAllTagsAndTheDigestOnce() {
        assertThat(console.of(Pushes.unchanged()))
                .isEqualTo("localhost:5000/team/app:1.0@" + Pushes.DIGEST
                        + " (also latest) is there already, nothing was sent, in 1.2 s");
        assertThat(console.of(Pushes.with(new BlobCount(1, 0, 0))))
                .startsWith("pushed localhost:5000/team/app@" + Pushes.DIGEST + ", ");
    }

    @Test
    void tellsAFailureInOneBlock() throws IOException {
        try (InputStream file = Objects.requireNonNull(PushConsoleTest.class.getResourceAsStream("push-failed.txt"))) {
            assertThat(console.of(Pushes.failed()))
                    .isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
        }
    }
}
