package io.github.registrymaven.declared.terraform;

import java.util.List;

/** The types of resources that say something of a registry. All others are passed over. */
final class ResourceTypes {
    private static final List<String> BEGINNINGS = List.of(
            "aws_ecr",
            "aws_inspector2_enabler",
            "aws_inspector2_organization_configuration",
            "google_artifact_registry_repository",
            "google_container_registry",
            "google_project_service",
            "azurerm_container_registry",
            "azurerm_security_center_subscription_pricing",
            Azapi.RESOURCE,
            Azapi.UPDATE);

    private ResourceTypes() {}

    static boolean areOurs(String type) {
        for (String beginning : BEGINNINGS) {
            if (type.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
