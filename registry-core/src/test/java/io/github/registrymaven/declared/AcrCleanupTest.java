package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcrCleanupTest {
    private static final String TASK = """
        resource "azurerm_container_registry_task" "nightly" {
          name                  = "nightly"
          container_registry_id = azurerm_container_registry.app.id
          enabled               = %s
          %s
          timer_trigger {
            name     = "nightly"
            schedule = "0 1 * * *"
          }
        }
        """;

    @TempDir
    Path folder;

    @Test
    void aSkuThatIsNotKnownMayHaveRetentionOrNot() {
        assertThat(unseen(lifecycle("var.sku", "", "")))
                .isEqualTo("whether its SKU has retention is not known (main.tf:3)");
        assertThat(seen(lifecycle("\"Premium\"", "", ""))).isEqualTo(new Lifecycle.Absent());
    }

    @Test
    void aSkuOfATemplateThatIsNotKnownMayHaveRetentionOrNot() {
        Declared declared = declared(folder, "main.bicep", """
            param sku string
            resource app 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
              name: 'app'
              sku: {name: sku}
            }
            """);

        assertThat(unseen(state(declared, "app").lifecycle())).startsWith("whether its SKU has retention is not known");
    }

    @Test
    void aTimedTaskWhoseStepsAreInAFileMayPurge() {
        String step = "file_step {\n    task_file_path = \"purge.yaml\"\n  }";

        assertThat(unseen(lifecycle("\"Premium\"", "", TASK.formatted("true", step))))
                .isEqualTo("what the task does is in a file of its own (main.tf:11)");
    }

    @Test
    void aTimedTaskThatBuildsAnImagePurgesNothing() {
        String step = "docker_step {\n    dockerfile_path = \"Dockerfile\"\n  }";

        assertThat(seen(lifecycle("\"Premium\"", "", TASK.formatted("true", step))))
                .isEqualTo(new Lifecycle.Absent());
    }

    @Test
    void aPurgeThatMayBeOffMayOrMayNotBeThere() {
        String step =
                "encoded_step {\n    task_content = \"steps:\\n  - cmd: acr purge --filter '.*:.*' --ago 9d\"\n  }";

        assertThat(unseen(lifecycle("\"Premium\"", "", TASK.formatted("var.on", step))))
                .isEqualTo("var.on is not declared (main.tf:9)");
        assertThat(seen(lifecycle("\"Premium\"", "", TASK.formatted("true", step))))
                .isInstanceOf(Lifecycle.Policy.class);
    }

    @Test
    void aRetentionOfNoDaysIsOffInTheFourthProviderAndTheShortestInTemplates() {
        Declared declared = declared(folder, "main.bicep", """
            resource app 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
              name: 'app'
              sku: {name: 'Premium'}
              properties: {policies: {retentionPolicy: {status: 'enabled', days: 0}}}
            }
            """);

        assertThat(seen(state(declared, "app").lifecycle()))
                .isEqualTo(new Lifecycle.Policy("{\"retention\":{\"status\":\"enabled\",\"days\":0}}", false));
        assertThat(seen(lifecycle("\"Premium\"", "retention_policy_in_days = 0", "")))
                .isEqualTo(new Lifecycle.Absent());
    }

    private Setting<Lifecycle> lifecycle(String sku, String retention, String task) {
        Declared declared = declared(folder, "main.tf", """
            resource "azurerm_container_registry" "app" {
              name = "app"
              sku  = %s
              %s
            }
            """.formatted(sku, retention) + task);
        return state(declared, "azurerm_container_registry.app").lifecycle();
    }
}
