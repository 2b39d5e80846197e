package io.github.registrymaven.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import io.github.registrymaven.testkit.azure.AcrDescription;
import io.github.registrymaven.testkit.azure.AzureTestCloud;
import io.github.registrymaven.testkit.azure.BuiltInRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatesTest {
    @TempDir
    private Path home;

    private static AzureTestCloud cloud(Consumer<AcrDescription> registry) throws IOException {
        return AzureTestCloud.builder()
                .registry(registry)
                .application("auditor", who -> who.secret("planted").roleOnSubscription(BuiltInRole.READER))
                .application("pusher", who -> who.secret("planted").role(BuiltInRole.ACR_PUSH))
                .start();
    }

    private RepositoryState state(AzureTestCloud cloud, String who) throws Exception {
        return new Build(cloud, home).as(who, "planted").states("team/app:1.0").get(0);
    }

    private static Object value(Setting<?> setting) {
        return ((Setting.Seen<?>) setting).value();
    }

    @Test
    void showsAPremiumRegistryAsItIs() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Premium")
                .adminUser()
                .anonymousPull()
                .retention(30)
                .customerKey("https://vault.test/keys/images")
                .purgeTask("acr purge --filter 'team/.*:.*' --ago 30d"))) {
            cloud.image("team/app", "1.0");
            cloud.image("team/app", "2.0");
            cloud.lock("team/app:1.0");

            RepositoryState state = state(cloud, "auditor");

            assertThat(value(state.adminUser())).isEqualTo(true);
            assertThat(((Exposure) value(state.exposure())).reach()).isEqualTo(Exposure.Reach.ANONYMOUS);
            assertThat((Encryption) value(state.encryption()))
                    .isEqualTo(new Encryption(
                            Encryption.Keeper.CUSTOMER, "https://vault.test/keys/images", "encryption.status enabled"));
            assertThat(((Lifecycle.Policy) value(state.lifecycle())).document())
                    .isEqualTo("{\"retention\":{\"status\":\"enabled\",\"days\":30},"
                            + "\"purgeTasks\":[\"acr purge --filter 'team/.*:.*' --ago 30d\"]}");
            assertThat(state.subject()).isEqualTo(cloud.resourceId() + ", repository team/app");
            assertThat(state.tags().toString()).contains("immutable=false, exceptions=[1.0]");
        }
    }

    @Test
    void saysWhatASkuCannotHave() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Basic"))) {
            RepositoryState state = state(cloud, "auditor");

            assertThat(state.encryption())
                    .isEqualTo(
                            new Setting.Inapplicable<>("a key of one's own needs the Premium SKU, and this is Basic"));
            assertThat(state.lifecycle())
                    .isEqualTo(new Setting.Inapplicable<>("retention needs the Premium SKU, and this is Basic"));
            assertThat(value(state.adminUser())).isEqualTo(false);
            assertThat(((Exposure) value(state.exposure())).reach()).isEqualTo(Exposure.Reach.NAMED_PRINCIPALS);
        }
    }

    @Test
    void countsARegistryThatIsClosedToPublicNetworksAsPrivate() throws Exception {
        try (AzureTestCloud cloud = cloud(
                it -> it.sku("Premium").publicAccessDisabled("203.0.113.7").softDelete(14))) {
            RepositoryState state = state(cloud, "auditor");

            assertThat(value(state.exposure())).isEqualTo(new Exposure(Exposure.Reach.PRIVATE_NETWORK, List.of()));
        }
    }

    @Test
    void takesSoftDeleteForNoPolicyThatDeletes() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Premium").softDelete(14))) {
            Setting<Lifecycle> lifecycle = state(cloud, "auditor").lifecycle();

            assertThat(value(lifecycle)).isEqualTo(new Lifecycle.Absent());
            assertThat(lifecycle.toString()).contains("soft delete keeps what is deleted, for days: 14");
        }
    }

    @Test
    void tellsOfRetentionAlone() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Premium").retention(7))) {
            RepositoryState state = state(cloud, "auditor");

            assertThat(((Lifecycle.Policy) value(state.lifecycle())).document())
                    .isEqualTo("{\"retention\":{\"status\":\"enabled\",\"days\":7}}");
        }
    }

    @Test
    void readsWhatTasksOfASmallerSkuPurge() throws Exception {
        String command = "mcr.microsoft.com/acr/acr-cli:0.14 purge --filter 'team/.*:.*' --ago 30d";
        try (AzureTestCloud cloud = cloud(it -> it.sku("Basic").purgeTask(command))) {
            RepositoryState state = state(cloud, "auditor");

            assertThat(((Lifecycle.Policy) value(state.lifecycle())).document())
                    .isEqualTo("{\"purgeTasks\":[\"" + command + "\"]}");
        }
    }

    @Test
    void countsARepositoryThatIsLockedAsAWholeAsImmutable() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Basic"))) {
            cloud.image("team/app", "1.0");
            cloud.lock("team/app");

            assertThat(value(state(cloud, "auditor").tags()))
                    .isEqualTo(new TagMutability(true, List.of(), "writeEnabled of the repository is false"));
        }
    }

    @Test
    void readsTheLocksOfEveryPage() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.tagsPerPage(2))) {
            for (int tag = 1; tag <= 5; tag++) {
                cloud.image("team/app", tag + ".0");
            }
            cloud.lock("team/app:5.0");

            assertThat(state(cloud, "auditor").tags().toString())
                    .contains("exceptions=[5.0]", "loose=[1.0, 2.0, 3.0, 4.0]");
        }
    }

    @Test
    void claimsNothingOfLocksWhereAPageIsMissingOrTheyNeverEnd() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.tagsPerPage(1))) {
            for (int tag = 10; tag <= 21; tag++) {
                cloud.image("team/app", tag + ".0");
            }

            assertThat(state(cloud, "auditor").tags()).isInstanceOf(Setting.Unseen.class);
        }
    }

    @Test
    void claimsNothingOfTasksThatWereNotAllShown() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Premium"))) {
            cloud.faults().on("GET", "*/tasks").answer(200, "{\"value\":[],\"nextLink\":\"https://next.test\"}");

            assertThat(state(cloud, "auditor").lifecycle())
                    .isEqualTo(new Setting.Unseen<>("its tasks, which may purge images, were not all shown"));
        }
    }

    @Test
    void knowsWhichOfDefendersPlansScansImages() throws Exception {
        try (AzureTestCloud none = cloud(it -> it.sku("Basic"));
                AzureTestCloud containers = cloud(it -> it.defenderPlan("Containers", true));
                AzureTestCloud posture = cloud(it -> it.defenderPlan("CloudPosture", true));
                AzureTestCloud idle = cloud(it -> it.defenderPlan("Containers", false))) {
            assertThat(((Scanning) value(state(none, "auditor").scanning())).mode())
                    .isEqualTo(Scanning.Mode.OFF);
            assertThat(value(state(containers, "auditor").scanning()))
                    .isEqualTo(new Scanning(
                            Scanning.Mode.CONTINUOUS,
                            "Defender's plan Containers, ContainerRegistriesVulnerabilityAssessments"));
            assertThat(value(state(posture, "auditor").scanning()).toString()).contains("CloudPosture");
            assertThat(((Scanning) value(state(idle, "auditor").scanning())).mode())
                    .isEqualTo(Scanning.Mode.OFF);
        }
    }

    @Test
    void claimsNothingOfScanningWhereAPlanIsNotShown() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Basic"))) {
            cloud.faults().on("GET", "*/pricings/CloudPosture").answer(403, "{}");
            Setting<Scanning> hidden = state(cloud, "auditor").scanning();
            cloud.faults().on("GET", "*/pricings/*").answer(200, "{\"properties\":{\"pricingTier\":\"Standard\"}}");
            Setting<Scanning> unclear = state(cloud, "auditor").scanning();

            assertThat(hidden.toString()).contains("plan CloudPosture does not show whether it scans images");
            assertThat(unclear).isInstanceOf(Setting.Unseen.class);
        }
    }

    @Test
    void claimsNothingOfTasksThatItMayNotSee() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Premium").retention(7))) {
            cloud.faults().on("GET", "*/tasks").answer(403, "{}");

            assertThat(state(cloud, "auditor").lifecycle())
                    .isEqualTo(new Setting.Unseen<>("its tasks, which may purge images, were not all shown"));
        }
    }

    @Test
    void saysWhatIsHiddenFromACallerWhoMayOnlyPush() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Premium"))) {
            RepositoryState state = state(cloud, "pusher");

            assertThat(state.adminUser()).isInstanceOf(Setting.Unseen.class);
            assertThat(state.lifecycle().toString()).contains("Resource Graph shows the caller no registry");
        }
    }

    @Test
    void saysThatNobodyWasAsked() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Premium"))) {
            RepositoryState state =
                    new Build(cloud, home).states("team/app:1.0").get(0);

            assertThat(state.tags()).isEqualTo(new Setting.Unseen<>("there is no Azure identity to ask with"));
        }
    }
}
