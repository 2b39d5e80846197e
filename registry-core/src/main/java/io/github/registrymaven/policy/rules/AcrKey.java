package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState;
import java.util.List;

/**
 * How a registry of Azure comes by a key of its owner's.
 *
 * @see <a href="https://learn.microsoft.com/azure/container-registry/tutorial-customer-managed-keys">What it takes</a>
 */
final class AcrKey {
    private static final String TITLE =
            "Make a new Premium registry with such a key, as it is chosen when a registry is made, and"
                    + " move the images; the identity needs to get, wrap and unwrap the key";
    private static final String TERRAFORM = """
            sku = "Premium"
            identity {
              type         = "UserAssigned"
              identity_ids = [azurerm_user_assigned_identity.IDENTITY.id]
            }
            encryption {
              key_vault_key_id   = azurerm_key_vault_key.KEY.id
              identity_client_id = azurerm_user_assigned_identity.IDENTITY.client_id
            }
            """;
    private static final String TERRAFORM_MODULE = """
            sku = "Premium"
            managed_identities = {
              user_assigned_resource_ids = [azurerm_user_assigned_identity.IDENTITY.id]
            }
            customer_managed_key = {
              key_vault_resource_id  = azurerm_key_vault.VAULT.id
              key_name               = azurerm_key_vault_key.KEY.name
              user_assigned_identity = { resource_id = azurerm_user_assigned_identity.IDENTITY.id }
            }
            """;
    private static final String BICEP = """
            sku: {
              name: 'Premium'
            }
            identity: {
              type: 'UserAssigned'
              userAssignedIdentities: {
                '${IDENTITY.id}': {}
              }
            }
            properties: {
              encryption: {
                status: 'enabled'
                keyVaultProperties: {
                  identity: IDENTITY.properties.clientId
                  keyIdentifier: KEY.properties.keyUri
                }
              }
            }
            """;
    private static final String BICEP_MODULE = """
            acrSku: 'Premium'
            managedIdentities: {
              userAssignedResourceIds: [
                IDENTITY.id
              ]
            }
            customerManagedKey: {
              keyVaultResourceId: VAULT.id
              keyName: 'KEY'
              userAssignedIdentityResourceId: IDENTITY.id
            }
            """;
    private static final String ARM = """
            "sku": {"name": "Premium"},
            "identity": {
              "type": "UserAssigned",
              "userAssignedIdentities": {"IDENTITY_ID": {}}
            },
            "properties": {
              "encryption": {
                "status": "enabled",
                "keyVaultProperties": {
                  "identity": "IDENTITY_CLIENT_ID",
                  "keyIdentifier": "https://VAULT.vault.azure.net/keys/KEY"
                }
              }
            }
            """;

    private AcrKey() {}

    static List<Remedy> remedies(RepositoryState state) {
        return switch (Language.of(state)) {
            case TERRAFORM ->
                Language.change(state, TITLE, Language.isModuleOfTerraform(state) ? TERRAFORM_MODULE : TERRAFORM);
            case BICEP -> Language.change(state, TITLE, BICEP);
            case BICEP_MODULE -> Language.parameters(state, TITLE, BICEP_MODULE);
            case ARM -> Language.change(state, TITLE, ARM);
            default ->
                Language.commands(
                        TITLE,
                        "az acr create --name NEW_NAME --resource-group GROUP --sku Premium --identity IDENTITY_ID"
                                + " --key-encryption-key https://VAULT.vault.azure.net/keys/KEY");
        };
    }
}
