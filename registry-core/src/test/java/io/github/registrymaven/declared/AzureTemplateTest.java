package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.at;
import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.read;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AzureTemplateTest {
    private static final String TYPE = "Microsoft.ContainerRegistry/registries/";

    @TempDir
    Path folder;

    private final Declared arm = read("azure/azuredeploy.json");
    private final Declared bicep = read("azure/main.bicep");

    @Test
    void worksOutArmsExpressionsWithParametersDefaults() {
        RepositoryState registry = state(arm, TYPE + "acmeprod");

        assertThat(arm.problems()).isEmpty();
        assertThat(registry.at()).isEqualTo("azure/azuredeploy.json:14");
        assertThat(seen(registry.exposure()).reach()).isEqualTo(Exposure.Reach.PRIVATE_NETWORK);
        assertThat(at(registry.exposure())).isEqualTo("azure/azuredeploy.json:22");
        assertThat(unseen(registry.adminUser()))
                .isEqualTo("the parameter admin has no default (azure/azuredeploy.json:21)");
    }

    @Test
    void readsRetentionAndATaskWithinTheRegistry() {
        assertThat(seen(state(arm, TYPE + "acmeprod").lifecycle()))
                .isEqualTo(new Lifecycle.Policy(
                        "{\"retention\":{\"status\":\"enabled\",\"days\":12},"
                                + "\"purgeTasks\":[\"acr purge --filter 'orders:.*' --ago 30d --keep 10\"]}",
                        false));
    }

    @Test
    void readsATemplateWithinATemplateAndLeavesOutWhatIsNeverMade() {
        assertThat(arm.states())
                .extracting(RepositoryState::subject)
                .containsExactly(TYPE + "acmeprod", TYPE + "acmeprodinner");
        assertThat(seen(state(arm, TYPE + "acmeprodinner").exposure()).reach()).isEqualTo(Exposure.Reach.ANONYMOUS);
    }

    @Test
    void readsKeyAndDefenderPlan() {
        RepositoryState registry = state(arm, TYPE + "acmeprod");

        assertThat(seen(registry.encryption()))
                .isEqualTo(new Encryption(
                        Encryption.Keeper.CUSTOMER,
                        "https://acme.vault.azure.net/keys/images",
                        "customer-managed key"));
        assertThat(seen(registry.scanning()).mode()).isEqualTo(Scanning.Mode.OFF);
    }

    @Test
    void readsBicepWithParametersDefaultsAndVariables() {
        RepositoryState acr = state(bicep, "acr");

        assertThat(bicep.problems()).isEmpty();
        assertThat(bicep.states()).extracting(RepositoryState::subject).containsExactly("acr", "doubtful");
        assertThat(acr.at()).isEqualTo("azure/main.bicep:38");
        assertThat(seen(acr.adminUser())).isFalse();
        assertThat(at(acr.adminUser())).isEqualTo("azure/main.bicep:46");
        assertThat(seen(acr.exposure()).reach()).isEqualTo(Exposure.Reach.PRIVATE_NETWORK);
        assertThat(seen(acr.encryption()).keeper()).isEqualTo(Encryption.Keeper.CUSTOMER);
    }

    @Test
    void readsATaskThatStandsInItsRegistry() {
        assertThat(seen(state(bicep, "acr").lifecycle()))
                .isEqualTo(new Lifecycle.Policy(
                        "{\"retention\":{\"status\":\"enabled\",\"days\":21},"
                                + "\"purgeTasks\":[\"acr purge --filter 'orders:.*' --ago 7d --untagged\"]}",
                        false));
    }

    @Test
    void leavesOpenWhatIsKnownOnlyWhenItIsDeployed() {
        assertThat(unseen(state(bicep, "doubtful").adminUser())).startsWith("the parameter secret has no default");
    }

    @Test
    void saysWhereAFileIsBroken() {
        Fixtures.write(folder, "a.bicep", "param x string =\nresource acr 'Microsoft.X/y@1' = {\n  name 'x'\n}\n");
        Fixtures.write(
                folder,
                "b.json",
                "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\",\n"
                        + "\"resources\": [}");

        assertThat(declared(folder, "c.bicep", "resource acr 'Microsoft.X/y@1' = {\n  name: 'x\n}\n")
                        .problems())
                .map(Object::toString)
                .containsExactly(
                        "a.bicep:1: expected a value, but found the end of the line",
                        "b.json:2: expected a JSON value",
                        "c.bicep:2: expected \"'\" to end the text, but found the end of the line");
    }
}
