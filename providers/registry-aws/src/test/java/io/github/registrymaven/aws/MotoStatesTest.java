package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.StoredImages;
import io.github.registrymaven.testkit.MotoServer;
import io.github.registrymaven.testkit.Programs;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MotoStatesTest extends StatesContract {
    private @Nullable MotoServer moto;

    @BeforeAll
    void start() throws IOException {
        String missing = Programs.missing(MotoServer.PROGRAM);
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        moto = MotoServer.start();
    }

    @AfterAll
    void stop() throws IOException {
        if (moto != null) {
            moto.close();
        }
    }

    @Override
    String endpoint() {
        return moto == null ? "" : moto.endpoint();
    }

    @Override
    String[] key() {
        return new String[] {"any", "any"};
    }

    @Test
    void listsWhatLiesThereAndWhatManifestListsName() throws Exception {
        String type = "application/vnd.oci.image.manifest.v1+json";
        String child = "{\"schemaVersion\":2,\"mediaType\":\"" + type + "\",\"config\":{\"digest\":\"sha256:"
                + "0".repeat(64) + "\"},\"layers\":[]}";
        AtomicReference<String> digest = new AtomicReference<>();
        set(ecr -> {
            ecr.createRepository(create -> create.repositoryName("team/listed"));
            digest.set(ecr.putImage(put -> put.repositoryName("team/listed")
                            .imageManifest(child)
                            .imageTag("child"))
                    .image()
                    .imageId()
                    .imageDigest());
            ecr.putImage(put -> put.repositoryName("team/listed")
                    .imageManifestMediaType("application/vnd.oci.image.index.v1+json")
                    .imageManifest("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\","
                            + "\"manifests\":[{\"mediaType\":\"" + type + "\",\"digest\":\"" + digest.get()
                            + "\",\"size\":"
                            + child.length() + "}]}")
                    .imageTag("1.0"));
        });

        StoredImages.Listed listed = (StoredImages.Listed) build("team/listed").stored();

        assertThat(listed.images()).hasSize(2);
        assertThat(listed.images().stream()
                        .filter(image -> image.tags().contains("1.0"))
                        .flatMap(image -> image.manifests().stream()))
                .containsExactly(digest.get());
        assertThat(listed.openLists()).isEmpty();
    }
}
