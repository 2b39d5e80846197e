package io.github.registrymaven.testkit.azure;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** A registry as Resource Manager shows it. */
final class AcrResource {
    private static final String KEY_READER = "5b0f2a6e-0000-4000-8000-00000000cccc";

    private final AcrState registry;
    private final AcrDescription settings;

    AcrResource(AcrState registry) {
        this.registry = registry;
        this.settings = registry.settings();
    }

    /** @param preview whether the API's version is one of a preview: soft delete is in no other */
    JsonObject json(boolean preview) {
        JsonObject json = json();
        if (!preview) {
            json.getAsJsonObject("properties").getAsJsonObject("policies").remove("softDeletePolicy");
        }
        return json;
    }

    private JsonObject json() {
        JsonObject json = AzureJson.object(
                "id", registry.resourceId(),
                "name", registry.name(),
                "type", "Microsoft.ContainerRegistry/registries",
                "location", "westeurope",
                "sku", AzureJson.object("name", settings.sku, "tier", settings.sku),
                "properties", properties());
        if (settings.customerKey != null) {
            JsonObject identities = new JsonObject();
            identities.add(
                    registry.subscriptionId() + "/resourceGroups/images/providers/Microsoft.ManagedIdentity"
                            + "/userAssignedIdentities/key",
                    settings.keyIdentityLost ? new JsonObject() : AzureJson.object("clientId", KEY_READER));
            json.add("identity", AzureJson.object("type", "UserAssigned", "userAssignedIdentities", identities));
        }
        return json;
    }

    private JsonObject properties() {
        boolean premium = settings.sku.equals("Premium");
        JsonObject properties = AzureJson.object(
                "loginServer",
                registry.host(),
                "provisioningState",
                "Succeeded",
                "adminUserEnabled",
                settings.admin,
                "anonymousPullEnabled",
                settings.anonymousPull,
                "publicNetworkAccess",
                settings.publicAccess ? "Enabled" : "Disabled",
                "networkRuleBypassOptions",
                "AzureServices",
                "zoneRedundancy",
                settings.zoneRedundant ? "Enabled" : "Disabled",
                "dataEndpointEnabled",
                false,
                "dataEndpointHostNames",
                new JsonArray(),
                "policies",
                policies(),
                "encryption",
                encryption(),
                "roleAssignmentMode",
                settings.byRepository ? "AbacRepositoryPermissions" : "LegacyRegistryPermissions");
        JsonArray endpoints = new JsonArray();
        if (settings.privateEndpoint) {
            endpoints.add(AzureJson.object("id", registry.resourceId() + "/privateEndpointConnections/build"));
        }
        properties.add("privateEndpointConnections", endpoints);
        if (premium) {
            properties.add(
                    "networkRuleSet",
                    AzureJson.object(
                            "defaultAction",
                            settings.firewallSees == null ? "Allow" : "Deny",
                            "ipRules",
                            new JsonArray()));
        }
        return properties;
    }

    private JsonObject policies() {
        return AzureJson.object(
                "quarantinePolicy",
                status(settings.quarantine),
                "trustPolicy",
                AzureJson.object("type", "Notary", "status", "disabled"),
                "retentionPolicy",
                AzureJson.object(
                        "days", Math.max(7, settings.retentionDays), "status", word(settings.retentionDays > 0)),
                "softDeletePolicy",
                AzureJson.object(
                        "retentionDays",
                        Math.max(7, settings.softDeleteDays),
                        "status",
                        word(settings.softDeleteDays > 0)),
                "exportPolicy",
                status(true),
                "azureADAuthenticationAsArmPolicy",
                status(!settings.refusesResourceManagerTokens));
    }

    private JsonObject encryption() {
        JsonObject encryption = status(settings.customerKey != null);
        if (settings.customerKey != null) {
            encryption.add(
                    "keyVaultProperties",
                    AzureJson.object("keyIdentifier", settings.customerKey, "identity", KEY_READER));
        }
        return encryption;
    }

    private static JsonObject status(boolean enabled) {
        return AzureJson.object("status", word(enabled));
    }

    private static String word(boolean enabled) {
        return enabled ? "enabled" : "disabled";
    }
}
