package io.github.registrymaven.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.catalogue.Explainer;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.Faults;
import io.github.registrymaven.testkit.TestRegistry;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those of the errors that this project was founded for, which no check can see: only a push meets them. */
class FoundingListTest {
    @TempDir
    private Path home;

    private PushFailure failure(Consumer<Faults> faults) throws Exception {
        try (TestRegistry registry = TestRegistry.builder()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL, Action.PUSH, Action.DELETE)
                .start()) {
            faults.accept(registry.faults());
            return Objects.requireNonNull(new Pushing(home)
                    .one(new HandMade().ofLayers(300_000), registry.host() + "/team/app:1.0")
                    .failure());
        }
    }

    private static void isTold(Cause cause, PushFailure failure, String text) {
        assertThat(failure.cause()).as(failure.toString()).isEqualTo(cause);
        assertThat(failure.remedies()).isNotEmpty();
        assertThat(new Explainer().explain("registry.message", text).cause()).isEqualTo(cause);
    }

    @Test
    void blobUploadUnknownWithTheLayersAndTheirSizes() throws Exception {
        PushFailure failure =
                failure(it -> it.on("PUT", "/v2/*/blobs/uploads/*").forgetUploadAfter(10));

        isTold(Cause.BLOB_UPLOAD_UNKNOWN, failure, "blob upload unknown");
        assertThat(failure.evidence()).contains("layer 1 of 1, 300000 bytes");
    }

    @Test
    void manifestInvalid() throws Exception {
        isTold(
                Cause.MANIFEST_INVALID,
                failure(it -> it.on("PUT", "/v2/*/manifests/*").error(400, "MANIFEST_INVALID", "manifest invalid")),
                "manifest invalid");
    }

    @Test
    void manifestUnknown() throws Exception {
        isTold(
                Cause.MANIFEST_UNKNOWN,
                failure(it -> it.on("HEAD", "/v2/*/manifests/*").error(404, "MANIFEST_UNKNOWN", "manifest unknown")),
                "manifest unknown");
    }
}
