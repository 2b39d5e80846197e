package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.at;
import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.image;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure.Reach;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Azure's own modules for a container registry, which are in registries and are read by what they are given. */
class VerifiedModulesTest {
    private static final String TERRAFORM = """
        module "acr" {
          source  = "Azure/avm-res-containerregistry-registry/azurerm"
          version = "%s"
          name    = "acmeprod"
        %s
        }
        """;
    private static final String BICEP = """
        module acr 'br/public:avm/res/container-registry/registry:%s' = {
          name: 'registry'
          params: {
            name: 'acmeprod'
        %s
          }
        }
        """;

    @TempDir
    Path folder;

    @Test
    void inTerraformWhatItIsGivenIsReadWithItsPlaceAndTheCallIsWhatIsJudged() {
        Declared declared = terraform("~> 1.0", """
            sku                           = "Premium"
            admin_enabled                 = true
            anonymous_pull_enabled        = true
            public_network_access_enabled = false
            retention_policy_in_days      = 10""");
        RepositoryState acr = state(declared, "module.acr");

        assertThat(declared.problems()).isEmpty();
        assertThat(declared.governing(image("acmeprod.azurecr.io/app:1"))).containsExactly(acr);
        assertThat(seen(acr.adminUser())).isTrue();
        assertThat(at(acr.adminUser())).isEqualTo("main.tf:6");
        assertThat(seen(acr.exposure()).reach()).isEqualTo(Reach.ANONYMOUS);
        assertThat(seen(acr.lifecycle())).isEqualTo(retention(10));
    }

    @Test
    void inTerraformWhatHasAlwaysBeenOffByDefaultIsOffInEachVersion() {
        RepositoryState acr = state(terraform(">= 0.1", ""), "module.acr");

        assertThat(seen(acr.adminUser())).isFalse();
        assertThat(seen(acr.encryption()).keeper()).isEqualTo(Encryption.Keeper.PROVIDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~> 0.4", ">= 0.4.0", "1.0.0", "0.5.0", "0.4.0, 0.5.0"})
    void inTerraformAVersionThatIsNotPinnedToAKnownOneHasUnknownDefaults(String version) {
        RepositoryState acr = state(terraform(version, ""), "module.acr");

        assertThat(unseen(acr.exposure()))
                .isEqualTo("public_network_access_enabled is left to the module's own default (main.tf:1)");
        assertThat(unseen(acr.lifecycle())).isEqualTo("sku is left to the module's own default (main.tf:1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.4.0", "= 0.4.1", "~> 0.4.0", "v0.4.0"})
    void inTerraformAKnownVersionHasItsDefaults(String version) {
        RepositoryState acr = state(terraform(version, ""), "module.acr");

        assertThat(seen(acr.exposure()).reach()).isEqualTo(Reach.NAMED_PRINCIPALS);
        assertThat(seen(acr.exposure()).closable()).isTrue();
        assertThat(seen(acr.lifecycle())).isEqualTo(retention(7));
    }

    @Test
    void inTerraformRetentionThatIsGivenAsNothingIsNoneAndThatOfTheFirstVersionsIsABlock() {
        assertThat(seen(state(terraform("0.4.0", "retention_policy_in_days = null"), "module.acr")
                        .lifecycle()))
                .isEqualTo(new Lifecycle.Absent());
        assertThat(seen(state(terraform("0.2.0", "retention_policy = { enabled = true, days = 9 }"), "module.acr")
                        .lifecycle()))
                .isEqualTo(retention(9));
        assertThat(seen(state(terraform("0.2.0", "retention_policy = { days = 9 }"), "module.acr")
                        .lifecycle()))
                .isEqualTo(new Lifecycle.Absent());
    }

    @Test
    void inTerraformRulesForNetworksDenyByDefault() {
        assertThat(seen(state(terraform("0.4.0", "network_rule_set = { ip_rule = [] }"), "module.acr")
                                .exposure())
                        .reach())
                .isEqualTo(Reach.PRIVATE_NETWORK);
        assertThat(seen(state(terraform("0.4.0", "network_rule_set = { default_action = \"Allow\" }"), "module.acr")
                                .exposure())
                        .reach())
                .isEqualTo(Reach.NAMED_PRINCIPALS);
    }

    @Test
    void inTerraformAKeyIsTheCustomersAndWhichItIsIsNotKnown() {
        RepositoryState acr =
                state(terraform("1.0.0", "customer_managed_key = { key_name = \"images\" }"), "module.acr");

        assertThat(seen(acr.encryption()))
                .isEqualTo(new Encryption(Encryption.Keeper.CUSTOMER, null, "customer-managed key"));
    }

    @Test
    void inTerraformItsTasksMayPurgeAndSoMayOneThatIsGivenItsOutput() {
        String purge = "{ task_content = \"version: v1.1.0\\nsteps:\\n  - cmd: acr purge --filter 'a:.*' --ago 30d\" }";
        Declared own = terraform(
                "0.4.0",
                "retention_policy_in_days = null\ntasks = { purge = { timer_triggers = { n = { schedule = \"0 1 * * *\" } }, encoded_step = "
                        + purge + " } }");
        Setting<Lifecycle> ofOwn = state(own, "module.acr").lifecycle();
        Declared beside = declared(
                folder,
                "main.tf",
                TERRAFORM.formatted("0.4.0", "retention_policy_in_days = null")
                        + """
            resource "azurerm_container_registry_task" "purge" {
              container_registry_id = module.acr.resource_id
              timer_trigger {
                schedule = "0 1 * * *"
              }
              encoded_step {
                %s
              }
            }
            """.formatted(purge.substring(2, purge.length() - 2)));

        assertThat(seen(ofOwn))
                .isEqualTo(new Lifecycle.Policy("{\"purgeTasks\":[\"acr purge --filter 'a:.*' --ago 30d\"]}", false));
        assertThat(seen(state(beside, "module.acr").lifecycle())).isEqualTo(seen(ofOwn));
    }

    @Test
    void inTerraformTasksThatAreNotKnownLeaveItOpenWhatIsDeleted() {
        Declared declared = declared(
                folder, "main.tf", "variable \"tasks\" {}\n" + TERRAFORM.formatted("0.4.0", "tasks = var.tasks"));

        assertThat(unseen(state(declared, "module.acr").lifecycle())).contains("var.tasks");
    }

    @Test
    void inTerraformOneOfSeveralIsCalledByItsKeyAndAForkIsNotTheModule() {
        Declared several = declared(folder, "main.tf", TERRAFORM.formatted("0.4.0", "for_each = toset([\"a\"])"));

        assertThat(state(several, "module.acr[\"a\"]").repository()).isNull();

        Declared fork = declared(
                folder,
                "main.tf",
                TERRAFORM.formatted("0.4.0", "").replace("\"Azure/", "\"registry.example.com/azure/"));

        assertThat(fork.states()).isEmpty();
        assertThat(fork.problems()).hasSize(1);
    }

    @Test
    void inBicepWhatItIsGivenIsReadWithItsPlaceAndTheCallIsWhatIsJudged() {
        Declared declared = bicep("0.99.0", """
            acrSku: 'Premium'
            acrAdminUserEnabled: true
            publicNetworkAccess: 'Disabled'
            retentionPolicyStatus: 'enabled'
            retentionPolicyDays: 30""");
        RepositoryState acr = state(declared, "module acr");

        assertThat(declared.governing(image("acmeprod.azurecr.io/app:1"))).containsExactly(acr);
        assertThat(seen(acr.adminUser())).isTrue();
        assertThat(at(acr.adminUser())).isEqualTo("main.bicep:6");
        assertThat(seen(acr.exposure()).reach()).isEqualTo(Reach.PRIVATE_NETWORK);
        assertThat(seen(acr.lifecycle())).isEqualTo(retention(30));
        assertThat(seen(acr.encryption()).keeper()).isEqualTo(Encryption.Keeper.PROVIDER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1.1  |                                                    | NAMED_PRINCIPALS | false",
                "0.9.1  |                                                    | NAMED_PRINCIPALS | true",
                "0.9.1  | privateEndpoints: [{}]                             | PRIVATE_NETWORK  |",
                "0.9.1  | networkRuleSetIpRules: [{ value: '1.2.3.4' }]      | PRIVATE_NETWORK  |",
                "0.9.1  | publicNetworkAccess: 'Enabled'; networkRuleSetDefaultAction: 'Allow' | NAMED_PRINCIPALS | true",
                "0.9.1  | publicNetworkAccess: 'Enabled'                     |                  |",
                "0.9.1  | acrSku: 'Basic'; publicNetworkAccess: 'Enabled'    | NAMED_PRINCIPALS | false",
                "0.1.1  | acrSku: 'Premium'; publicNetworkAccess: 'Enabled'  | NAMED_PRINCIPALS | true",
                "0.5.0  |                                                    | NAMED_PRINCIPALS | unknown",
                "0.99.0 | acrSku: 'Premium'                                  |                  |",
                "1.0.0  | acrSku: 'Premium'                                  |                  |",
            })
    void inBicepItsNetworksAreOpenAsItsVersionLeavesThem(String version, String given, Reach reach, String closable) {
        RepositoryState acr = state(bicep(version, given == null ? "" : given.replace("; ", "\n")), "module acr");

        if (reach == null) {
            assertThat(unseen(acr.exposure())).isNotEmpty();
        } else {
            assertThat(seen(acr.exposure()).reach()).isEqualTo(reach);
            if (closable != null) {
                assertThat(String.valueOf(seen(acr.exposure()).closable()))
                        .isEqualTo(closable.equals("unknown") ? "null" : closable);
            }
        }
    }

    @Test
    void inBicepRetentionIsOfTheLargestSkuOnly() {
        assertThat(seen(state(bicep("0.9.1", ""), "module acr").lifecycle())).isEqualTo(retention(15));
        assertThat(state(bicep("0.1.1", ""), "module acr").lifecycle()).isInstanceOf(Setting.Inapplicable.class);
        assertThat(unseen(state(bicep("0.5.0", ""), "module acr").lifecycle()))
                .isEqualTo("acrSku is left to the module's own default (main.bicep:1)");
    }

    @Test
    void inBicepAKeyIsTheCustomersAndWhichItIsIsNotKnown() {
        RepositoryState acr = state(bicep("0.9.1", "customerManagedKey: { keyName: 'images' }"), "module acr");

        assertThat(seen(acr.encryption()))
                .isEqualTo(new Encryption(Encryption.Keeper.CUSTOMER, null, "customer-managed key"));
    }

    @Test
    void inBicepATaskBesideItMayPurgeIt() {
        String task = """
            resource existing_ 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
              name: %s
            }
            resource purge 'Microsoft.ContainerRegistry/registries/tasks@2019-06-01-preview' = {
              parent: existing_
              name: 'purge'
              properties: {
                step: { type: 'EncodedTask', encodedTaskContent: 'dmVyc2lvbjogdjEuMS4wCnN0ZXBzOgogIC0gY21kOiBhY3IgcHVyZ2UgLS1maWx0ZXIgJ2E6LionIC0tYWdvIDMwZAo=' }
                trigger: { timerTriggers: [{ schedule: '0 1 * * *' }] }
              }
            }
            """;
        String off = BICEP.formatted("0.9.1", "retentionPolicyStatus: 'disabled'");

        Declared named = declared(folder, "main.bicep", off + task.formatted("'acmeprod'"));
        assertThat(seen(state(named, "module acr").lifecycle()))
                .isEqualTo(new Lifecycle.Policy("{\"purgeTasks\":[\"acr purge --filter 'a:.*' --ago 30d\"]}", false));

        Declared byOutput = declared(folder, "main.bicep", off + task.formatted("acr.outputs.name"));
        assertThat(unseen(state(byOutput, "module acr").lifecycle()))
                .startsWith("purge may or may not be a task of this registry");
    }

    @Test
    void inBicepOneThatMayNotBeMadeIsInDoubtAndOneThatIsNotIsLeftOut() {
        Declared declared = declared(folder, "main.bicep", """
            param deploy bool
            param names array
            module maybe 'br:mcr.microsoft.com/bicep/avm/res/container-registry/registry:0.9.1' = if (deploy) {
              params: { name: 'acmeone' }
            }
            module never 'br/public:avm/res/container-registry/registry:0.9.1' = if (false) {
              params: { name: 'acmetwo' }
            }
            module each 'br/public:avm/res/container-registry/registry:0.9.1' = [for name in names: {
              params: { name: name, acrAdminUserEnabled: true }
            }]
            module other 'br/public:avm/res/key-vault/vault:0.9.0' = {
              params: { name: 'acmethree' }
            }
            """);

        assertThat(declared.states())
                .extracting(RepositoryState::subject)
                .containsExactly("module maybe", "module each");
        assertThat(state(declared, "module maybe").doubt()).contains("deploy");
        assertThat(state(declared, "module each").doubt()).contains("how often module each is used is not known");
        assertThat(seen(state(declared, "module each").adminUser())).isTrue();
    }

    @Test
    void inBicepAnotherModuleThatSoundsLikeARegistryIsSaidNotToBeRead() {
        Declared declared = declared(folder, "main.bicep", """
            module old 'br/public:compute/container-registry:1.1.1' = {
              params: { name: 'acmeone' }
            }
            module part 'br/public:avm/res/container-registry/registry/replication:0.1.0' = {
              params: { registryName: 'acmeone' }
            }
            module app 'br/public:avm/res/app/container-app:0.11.0' = {
              params: { name: 'app' }
            }
            module local 'modules/acr.bicep' = {
              params: { name: 'acmetwo' }
            }
            """);

        assertThat(declared.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "main.bicep:1: the module comes from br/public:compute/container-registry:1.1.1, and is not read");
    }

    private Declared terraform(String version, String given) {
        return declared(folder, "main.tf", TERRAFORM.formatted(version, given));
    }

    private Declared bicep(String version, String given) {
        return declared(folder, "main.bicep", BICEP.formatted(version, given));
    }

    private static Lifecycle retention(int days) {
        return new Lifecycle.Policy("{\"retention\":{\"status\":\"enabled\",\"days\":" + days + "}}", false);
    }
}
