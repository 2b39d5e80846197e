package io.github.registrymaven.generate;

import io.github.registrymaven.blueprint.AcrPush;

/** Who pushes to a registry, in Terraform. */
record AcrTerraform(AcrIdentity identity, String condition) {
    String text() {
        return """
                # Who pushes to %1$s from CI, without a secret. The registry has to be there.
                # For azurerm 5; up to 4 a federated credential takes parent_id and resource_group_name for user_assigned_identity_id.
                variable "resource_group_name" {
                  type        = string
                  description = "The resource group of the registry"
                }

                variable "abac" {
                  type        = bool
                  description = "Whether the registry assigns roles by repository: az acr show --name %2$s --query roleAssignmentMode is %3$s"
                }

                locals {
                  condition = <<-EOT
                %4$s  EOT
                }

                data "azurerm_container_registry" "registry" {
                  name                = "%2$s"
                  resource_group_name = var.resource_group_name
                }

                resource "azurerm_user_assigned_identity" "push" {
                  name                = "%5$s"
                  location            = data.azurerm_container_registry.registry.location
                  resource_group_name = var.resource_group_name
                }
                %6$s
                resource "azurerm_role_assignment" "push" {
                  scope                = data.azurerm_container_registry.registry.id
                  role_definition_name = var.abac ? "%7$s" : "%8$s"
                  principal_id         = azurerm_user_assigned_identity.push.principal_id
                  principal_type       = "ServicePrincipal"
                  condition            = var.abac ? local.condition : null
                  condition_version    = var.abac ? "2.0" : null
                }

                output "client_id" {
                  value = azurerm_user_assigned_identity.push.client_id
                }

                output "tenant_id" {
                  value = azurerm_user_assigned_identity.push.tenant_id
                }
                """.formatted(
                        identity.host(),
                        identity.registry().name(),
                        AcrPush.BY_REPOSITORY_MODE,
                        condition.indent(4),
                        identity.project().identity(),
                        trust(),
                        AcrPush.BY_REPOSITORY,
                        AcrPush.REGISTRY_WIDE);
    }

    private String trust() {
        StringBuilder all = new StringBuilder();
        String before = null;
        for (Forge forge : identity.project().forges()) {
            all.append("""

                    resource "azurerm_federated_identity_credential" "%1$s" {
                      name                      = "%1$s"
                      user_assigned_identity_id = azurerm_user_assigned_identity.push.id
                      issuer                    = "https://%2$s"
                      subject                   = "%3$s"
                      audience                  = ["%4$s"]
                    %5$s}
                    """.formatted(
                            forge.id(),
                            identity.project().issuer(forge),
                            identity.project().subject(forge),
                            identity.cloud().audience(),
                            // Azure takes one at a time for an identity.
                            before == null
                                    ? ""
                                    : "  depends_on                = [azurerm_federated_identity_credential." + before
                                            + "]\n"));
            before = forge.id();
        }
        return all.toString();
    }
}
