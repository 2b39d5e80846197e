package io.github.registrymaven.declared.azure;

import io.github.registrymaven.declared.arm.AzureResource;
import io.github.registrymaven.declared.tree.Attachment;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Surroundings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is set of a registry beside it, as azurerm has no argument for it. */
final class RegistryUpdates {
    /** What azurerm calls a property. */
    private static final Map<String, List<String>> TWINS = Map.of(
            "adminUserEnabled", List.of("admin_enabled"),
            "anonymousPullEnabled", List.of("anonymous_pull_enabled"),
            "publicNetworkAccess", List.of("public_network_access_enabled"),
            "networkRuleSet", List.of("network_rule_set"),
            "encryption", List.of("encryption"),
            "policies", List.of("retention_policy", "retention_policy_in_days"));

    private RegistryUpdates() {}

    /** The registry with what is set of it elsewhere, and without what that replaces. */
    static Resource applied(Resource registry, Surroundings around) {
        Attachment updates =
                Attachment.to(registry, registry.get("name").text(), around, AzureResource.UPDATE, "registry");
        Map<String, Node> fields = new LinkedHashMap<>(registry.properties().fields());
        for (Resource update : updates.certain()) {
            set(update, fields, false);
        }
        for (Resource update : updates.possible()) {
            if (update.type().equals(AzureResource.UPDATE)) {
                set(update, fields, true);
            }
        }
        return new Resource(
                registry.type(),
                registry.address(),
                registry.provider(),
                registry.doubt(),
                new Node.Fields(fields, registry.at()),
                registry.at());
    }

    private static void set(Resource update, Map<String, Node> fields, boolean unsure) {
        TWINS.forEach((property, twins) -> {
            Node value = update.get(property);
            Node counts = property.equals("policies") ? value.get("retentionPolicy") : value;
            if (!counts.isNothing()) {
                twins.forEach(fields::remove);
                fields.put(
                        property,
                        unsure
                                ? new Node.Unknown(
                                        update.address() + " may or may not set it for this registry", update.at())
                                : value);
            }
        });
    }
}
