package io.github.registrymaven.policy.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SimulationTest {
    private static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");
    private static final String UNTAGGED = "{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"untagged\","
            + "\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\",\"countNumber\":7},"
            + "\"action\":{\"type\":\"expire\"}}]}";

    private static InventoryImage image(String digest, List<String> tags, String pushed) {
        return new InventoryImage(
                digest, "team/app", tags, Instant.parse(pushed), null, false, null, null, false, List.of());
    }

    private static List<String> told(
            @Nullable LifecyclePolicy policy, Set<String> openLists, InventoryImage... images) {
        return Simulation.of(Provider.ECR, policy, NOW, List.of(images), openLists).fates().stream()
                .map(fate -> fate.image().digest() + " " + fate.action().id())
                .toList();
    }

    @Test
    void nothingIsDeletedWithoutAPolicy() {
        assertThat(told(null, Set.of(), image("sha256:a", List.of(), "2020-01-01T00:00:00Z")))
                .containsExactly("sha256:a keep");
    }

    @Test
    void whatAListThatIsKeptMayNameIsNotSaidToBeDeleted() throws Exception {
        LifecyclePolicy policy = LifecyclePolicy.parse(Provider.ECR, UNTAGGED, false);
        InventoryImage list = image("sha256:list", List.of("1.0"), "2026-01-01T00:00:00Z");
        InventoryImage child = image("sha256:child", List.of(), "2026-01-01T00:00:00Z");

        assertThat(told(policy, Set.of("sha256:list"), list, child))
                .containsExactly("sha256:list keep", "sha256:child unknown");
        assertThat(told(policy, Set.of(), list, child)).containsExactly("sha256:list keep", "sha256:child expire");
    }

    @Test
    void aManifestListNamesDigests() {
        assertThat(ManifestList.digests("{\"manifests\":[{\"digest\":\"sha256:a\"},{},{\"digest\":\"sha256:b\"}]}"))
                .containsExactly("sha256:a", "sha256:b");
        assertThat(ManifestList.digests("{\"layers\":[]}")).isNull();
        assertThat(ManifestList.digests("not JSON")).isNull();
    }

    @Test
    void aRegistrysClockMayBeAheadOfOurs() throws Exception {
        LifecyclePolicy policy = LifecyclePolicy.parse(Provider.ECR, UNTAGGED, false);
        InventoryImage pushed = image("sha256:a", List.of(), "2026-01-31T00:00:05Z");

        assertThat(Simulation.of(Provider.ECR, policy, NOW, List.of(pushed), Set.of())
                        .now())
                .isEqualTo(pushed.pushedAt());
    }
}
