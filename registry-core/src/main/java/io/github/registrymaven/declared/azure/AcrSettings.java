package io.github.registrymaven.declared.azure;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Encryption.Keeper;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Exposure.Reach;
import io.github.registrymaven.policy.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings that stand on the registry itself. */
final class AcrSettings {
    private AcrSettings() {}

    static Setting<Boolean> adminUser(Resource registry) {
        Node admin = registry.get("admin_enabled", "adminUserEnabled");
        if (admin instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        return new Setting.Seen<>(isOn(admin), admin.at().toString());
    }

    static Setting<Encryption> encryption(Resource registry) {
        Node encryption = registry.get("encryption");
        if (encryption instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        // "enabled" is of azurerm 3, "status" of ARM; the block alone is enough for azurerm 4.
        Node state = encryption.get("enabled", "status");
        if (state instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        boolean none = encryption.items().isEmpty() || (!state.isNothing() && !isOn(state));
        if (none) {
            return seen(new Encryption(Keeper.PROVIDER, null, "no customer-managed key"), encryption);
        }
        Node key = encryption.get("key_vault_key_id", "keyVaultProperties");
        Node id = key.text() == null && key instanceof Node.Fields ? key.get("keyIdentifier") : key;
        return seen(
                new Encryption(Keeper.CUSTOMER, id.text() == null ? id.resource() : id.text(), "customer-managed key"),
                encryption);
    }

    static Setting<Exposure> exposure(Resource registry) {
        Node anonymous = registry.get("anonymous_pull_enabled", "anonymousPullEnabled");
        Node network = registry.get("public_network_access_enabled", "publicNetworkAccess");
        Node action = registry.get("network_rule_set", "networkRuleSet").get("default_action", "defaultAction");
        Boolean closable = AzureResources.isPremium(registry);
        if (isOn(anonymous)) {
            // Where no network leads to it, nobody comes by, but no rule of ours should count on that.
            return seen(
                    new Exposure(Reach.ANONYMOUS, List.of("everybody may pull without a login"), closable), anonymous);
        }
        Node.Unknown missing = unknown(anonymous);
        if (missing != null) {
            return missing.unseen();
        }
        if (isOff(network)) {
            return seen(new Exposure(Reach.PRIVATE_NETWORK, List.of()), network);
        }
        if ("Deny".equals(action.text())) {
            return seen(new Exposure(Reach.PRIVATE_NETWORK, List.of()), action);
        }
        missing = unknown(network) == null ? unknown(action) : unknown(network);
        return missing == null
                ? seen(
                        new Exposure(Reach.NAMED_PRINCIPALS, List.of("it is reached over any network"), closable),
                        network.isNothing() ? new Node.Nothing(registry.at()) : network)
                : missing.unseen();
    }

    private static Node.@Nullable Unknown unknown(Node node) {
        return node instanceof Node.Unknown unknown ? unknown : null;
    }

    /** Terraform says true, ARM says enabled. */
    static boolean isOn(Node node) {
        return Boolean.TRUE.equals(node.flag()) || "enabled".equalsIgnoreCase(node.text());
    }

    static boolean isOff(Node node) {
        return Boolean.FALSE.equals(node.flag()) || "disabled".equalsIgnoreCase(node.text());
    }

    private static <T> Setting<T> seen(T value, Node where) {
        return new Setting.Seen<>(value, where.at().toString());
    }
}
