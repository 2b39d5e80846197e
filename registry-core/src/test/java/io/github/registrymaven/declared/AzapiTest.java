package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.at;
import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.image;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.policy.rules.StateRules;
import io.github.registrymaven.policy.rules.Terms;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What azurerm has no argument for is set by azapi, in the words of Azure's own API. */
class AzapiTest {
    private static final String REGISTRY = """
        resource "azurerm_container_registry" "main" {
          name          = "myregistry"
          sku           = "Premium"
          admin_enabled = false
        }
        """;
    private static final String UPDATE = """
        variable "on" {}
        resource "azapi_update_resource" "main" {
          type        = "Microsoft.ContainerRegistry/registries@2023-01-01-preview"
          resource_id = azurerm_container_registry.main.id
          %s
          body = %s
        }
        """;
    private static final String MAIN = "azurerm_container_registry.main";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"%s", "jsonencode(%s)"})
    void anUpdateCountsMoreThanTheRegistryItself(String body) {
        String properties = "{ properties = { adminUserEnabled = true, anonymousPullEnabled = true,"
                + " policies = { retentionPolicy = { days = 14, status = \"enabled\" } } } }";

        RepositoryState main = main("", body.formatted(properties));

        assertThat(seen(main.lifecycle()))
                .isEqualTo(new Lifecycle.Policy("{\"retention\":{\"status\":\"enabled\",\"days\":14}}", false));
        assertThat(at(main.lifecycle())).isEqualTo("main.tf:11");
        assertThat(seen(main.adminUser())).isTrue();
        assertThat(seen(main.exposure()).reach()).isEqualTo(Exposure.Reach.ANONYMOUS);
    }

    @Test
    void anUpdateOfSomethingElseLeavesTheRest() {
        RepositoryState main =
                main("", "{ properties = { policies = { softDeletePolicy = { status = \"enabled\" } } } }");

        assertThat(seen(main.lifecycle())).isEqualTo(new Lifecycle.Absent());
        assertThat(seen(main.adminUser())).isFalse();
        assertThat(at(main.adminUser())).isEqualTo("main.tf:4");
    }

    @Test
    void anUpdateThatMayNotBeMadeLeavesItsPropertiesOpen() {
        RepositoryState main = main("count = var.on ? 1 : 0", "{ properties = { adminUserEnabled = true } }");

        assertThat(unseen(main.adminUser()))
                .isEqualTo("azapi_update_resource.main may or may not set it for this registry (main.tf:7)");
        assertThat(seen(main.lifecycle())).isEqualTo(new Lifecycle.Absent());
    }

    @Test
    void aBodyThatIsNotKnownLeavesAllItMaySetOpen() {
        RepositoryState main = main("", "var.on");

        assertThat(unseen(main.adminUser())).isEqualTo("var.on has no value here (main.tf:11)");
        assertThat(unseen(main.lifecycle())).isEqualTo("var.on has no value here (main.tf:11)");
    }

    @Test
    void readsARegistryAndItsPurgeTask() {
        Declared declared = declared(folder, "main.tf", """
            resource "azapi_resource" "acr" {
              type = "Microsoft.ContainerRegistry/registries@2023-07-01"
              name = "myregistry"
              body = {
                sku        = { name = "Premium" }
                properties = { adminUserEnabled = true }
              }
            }
            resource "azapi_resource" "purge" {
              type      = "Microsoft.ContainerRegistry/registries/tasks@2019-06-01-preview"
              name      = "purge"
              parent_id = azapi_resource.acr.id
              body = {
                properties = {
                  step    = { encodedTaskContent = base64encode("steps:\\n - cmd: acr purge --filter 'a:.*' --ago 30d\\n") }
                  trigger = { timerTriggers = [{ schedule = "0 1 * * *" }] }
                }
              }
            }
            resource "azapi_resource" "app" {
              type = "Microsoft.App/containerApps@2024-03-01"
              name = "app"
              body = {}
            }
            """);
        RepositoryState acr = state(declared, "azapi_resource.acr");

        assertThat(declared.states()).containsExactly(acr);
        assertThat(declared.governing(image("myregistry.azurecr.io/app:1"))).hasSize(1);
        assertThat(seen(acr.adminUser())).isTrue();
        assertThat(seen(acr.lifecycle()))
                .isEqualTo(new Lifecycle.Policy("{\"purgeTasks\":[\"acr purge --filter 'a:.*' --ago 30d\"]}", false));
    }

    @Test
    void theChangeIsInTheWordsOfAzuresOwnApi() {
        RepositoryState acr = state(declared(folder, "main.tf", """
                resource "azapi_resource" "acr" {
                  type = "Microsoft.ContainerRegistry/registries@2023-07-01"
                  name = "myregistry"
                  body = { properties = { adminUserEnabled = true } }
                }
                """), "azapi_resource.acr");

        var judged = Objects.requireNonNull(new StateRules().named("banRegistryAdminUser"))
                .judge(acr, Terms.of(PolicyLevel.GOOD));

        assertThat(judged.remedies().get(0).files().get(0).content()).isEqualTo("\"adminUserEnabled\": false\n");
    }

    @Test
    void aPlanTellsOfThemAlike() {
        Declared declared = declared(folder, "plan.json", """
            {"format_version": "1.2", "terraform_version": "1.11.4",
             "planned_values": {"root_module": {"resources": [
               {"address": "azapi_resource.acr", "mode": "managed", "type": "azapi_resource", "values": {
                 "type": "Microsoft.ContainerRegistry/registries@2023-07-01", "name": "myregistry",
                 "body": {"properties": {"adminUserEnabled": true}}}}]}},
             "complete": true}
            """);

        assertThat(seen(state(declared, "azapi_resource.acr").adminUser())).isTrue();
    }

    private RepositoryState main(String many, String body) {
        return state(declared(folder, "main.tf", REGISTRY + UPDATE.formatted(many, body)), MAIN);
    }
}
