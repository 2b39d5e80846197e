package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.at;
import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.image;
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
import io.github.registrymaven.policy.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AzureTerraformTest {
    private static final String NAME = "azurerm_container_registry.";

    private final Declared declared = read("azurerm");

    @Test
    void readsRetentionAndPurgeTasksTogether() {
        RepositoryState four = state(declared, NAME + "four");

        assertThat(seen(four.lifecycle()))
                .isEqualTo(new Lifecycle.Policy(
                        "{\"retention\":{\"status\":\"enabled\",\"days\":10},\"purgeTasks\":"
                                + "[\"acr purge --filter 'orders:^pr-.*' --ago 30d --untagged\"]}",
                        false));
        assertThat(at(four.lifecycle())).isEqualTo("azurerm/main.tf:8");
    }

    @Test
    void readsTheThirdProvidersSpelling() {
        RepositoryState three = state(declared, NAME + "three");

        assertThat(seen(three.lifecycle()))
                .isEqualTo(new Lifecycle.Policy("{\"retention\":{\"status\":\"enabled\",\"days\":30}}", false));
        assertThat(seen(three.adminUser())).isTrue();
        assertThat(at(three.adminUser())).isEqualTo("azurerm/main.tf:53");
        assertThat(seen(three.exposure()).reach()).isEqualTo(Exposure.Reach.ANONYMOUS);
    }

    @Test
    void aSkuWithoutRetentionHasNone() {
        assertThat(state(declared, NAME + "basic").lifecycle())
                .isEqualTo(new Setting.Inapplicable<>("retention needs the Premium SKU, and this is Basic"));
    }

    @Test
    void aClosedNetworkIsPrivate() {
        assertThat(seen(state(declared, NAME + "four").exposure()).reach()).isEqualTo(Exposure.Reach.PRIVATE_NETWORK);
        assertThat(seen(state(declared, NAME + "walled").exposure()).reach()).isEqualTo(Exposure.Reach.PRIVATE_NETWORK);
        assertThat(seen(state(declared, NAME + "basic").exposure()).reach()).isEqualTo(Exposure.Reach.NAMED_PRINCIPALS);
    }

    @Test
    void whetherItsNetworksCanBeClosedIsForTheSkuToSay(@TempDir Path folder) {
        String registry = "resource \"azurerm_container_registry\" \"app\" {\n  name = \"acme\"\n  sku  = %s\n}\n";

        assertThat(closable(folder, registry.formatted("\"Standard\""))).isFalse();
        assertThat(closable(folder, registry.formatted("\"Premium\""))).isTrue();
        assertThat(closable(folder, registry.formatted("var.sku"))).isNull();
    }

    private static @Nullable Boolean closable(Path folder, String text) {
        return seen(declared(folder, "main.tf", text).states().get(0).exposure())
                .closable();
    }

    @Test
    void readsTheKeyTheScannerAndTheLogin() {
        RepositoryState four = state(declared, NAME + "four");

        assertThat(seen(four.encryption()))
                .isEqualTo(new Encryption(
                        Encryption.Keeper.CUSTOMER, "azurerm_key_vault_key.images", "customer-managed key"));
        assertThat(seen(four.scanning()).mode()).isEqualTo(Scanning.Mode.CONTINUOUS);
        assertThat(seen(four.adminUser())).isFalse();
        assertThat(unseen(state(declared, NAME + "walled").adminUser()))
                .isEqualTo("var.admin is not declared (azurerm/main.tf:72)");
    }

    @Test
    void saysThatTagsAreNoMatterOfCode() {
        assertThat(unseen(state(declared, NAME + "four").tags())).contains("never in code");
    }

    @Test
    void governsEveryImageOfItsLoginServer() {
        assertThat(declared.governing(image("acmeprod.azurecr.io/team/orders:1")))
                .extracting(RepositoryState::subject)
                .containsExactly(NAME + "four");
    }
}
