package io.github.registrymaven.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import io.github.registrymaven.testkit.google.GoogleTestCloud;
import io.github.registrymaven.testkit.google.GoogleTestCloudBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository's settings, as rules are to judge them. */
class StatesTest {
    private static final String CLEANUP =
            "{\"old\":{\"id\":\"old\",\"action\":\"DELETE\",\"condition\":{\"tagState\":\"UNTAGGED\",\"olderThan\":\"2592000s\"}}}";

    @TempDir
    private Path home;

    private static GoogleTestCloudBuilder described() {
        return GoogleTestCloud.builder()
                .account("admin")
                .account("ci")
                .grant("roles/artifactregistry.admin", "admin")
                .grant("roles/artifactregistry.writer", "ci")
                .repository(
                        "app",
                        it -> it.immutableTags()
                                .cleanupPolicies(CLEANUP)
                                .cleanupPolicyDryRun()
                                .kmsKey("projects/k/locations/europe-west3/keyRings/r/cryptoKeys/images")
                                .scanning("INHERITED", "SCANNING_ACTIVE")
                                .grant("roles/artifactregistry.reader", "allUsers"))
                .repository("bare");
    }

    private static <T> T seen(Setting<T> setting) {
        assertThat(setting).isInstanceOf(Setting.Seen.class);
        return ((Setting.Seen<T>) setting).value();
    }

    @Test
    void areShownAsTheyAre() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            List<RepositoryState> states = new Workplace(cloud, home)
                    .credentials(cloud.keyFile("admin"))
                    .states("app/web:1.0", "app/other:2.0", "bare/web:1.0", "absent/web:1.0");

            assertThat(states)
                    .extracting(RepositoryState::subject)
                    .containsExactly(
                            "projects/acme-prod/locations/europe-west3/repositories/app",
                            "projects/acme-prod/locations/europe-west3/repositories/bare");
            RepositoryState app = states.get(0);
            assertThat(seen(app.tags()))
                    .isEqualTo(new TagMutability(true, List.of(), "dockerConfig.immutableTags: true"));
            assertThat(seen(app.lifecycle())).isEqualTo(new Lifecycle.Policy(CLEANUP, true));
            assertThat(seen(app.scanning()).mode()).isEqualTo(Scanning.Mode.CONTINUOUS);
            assertThat(seen(app.encryption()).keeper()).isEqualTo(Encryption.Keeper.CUSTOMER);
            assertThat(seen(app.exposure()))
                    .isEqualTo(new Exposure(
                            Exposure.Reach.ANONYMOUS, List.of("roles/artifactregistry.reader for allUsers")));
            assertThat(app.adminUser()).isInstanceOf(Setting.Inapplicable.class);
            RepositoryState bare = states.get(1);
            assertThat(seen(bare.lifecycle())).isEqualTo(new Lifecycle.Absent());
            assertThat(seen(bare.scanning()).mode()).isEqualTo(Scanning.Mode.OFF);
            assertThat(seen(bare.encryption()).keeper()).isEqualTo(Encryption.Keeper.PROVIDER);
            assertThat(seen(bare.exposure()).openings()).isEmpty();
            assertThat(cloud.counts().get("artifactregistry.repositories.get")).isEqualTo(3);
        }
    }

    @Test
    void leaveOutWhatTheCallerMayNotRead() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            RepositoryState state = new Workplace(cloud, home)
                    .credentials(cloud.keyFile("ci"))
                    .states("app/web:1.0")
                    .get(0);

            assertThat(seen(state.tags()).immutable()).isTrue();
            assertThat(state.exposure()).isInstanceOf(Setting.Unseen.class);
        }
    }

    @Test
    void areUnseenWithoutCredentials() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            RepositoryState state =
                    new Workplace(cloud, home).states("app/web:1.0").get(0);

            assertThat(state.tags())
                    .isEqualTo(new Setting.Unseen<TagMutability>("this machine has no Google credentials"));
            assertThat(state.exposure()).isInstanceOf(Setting.Unseen.class);
        }
    }
}
