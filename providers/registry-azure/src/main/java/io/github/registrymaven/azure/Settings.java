package io.github.registrymaven.azure;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registry's settings, as Resource Manager tells them, in the shape that rules judge. */
final class Settings {
    private static final String AT = "GET of the registry, ";

    private final RegistrySeen.Shown registry;
    private final Json softDelete;
    private final @Nullable List<Json> tasks;
    private final Setting<Scanning> scanning;

    /** @param tasks null where the caller may not see them, or not all of them */
    Settings(RegistrySeen.Shown registry, Json softDelete, @Nullable List<Json> tasks, Setting<Scanning> scanning) {
        this.registry = registry;
        this.softDelete = softDelete;
        this.tasks = tasks;
        this.scanning = scanning;
    }

    RepositoryState state(Place place, String repository, Setting<TagMutability> tags) {
        return new RepositoryState(
                RegistryKind.ACR,
                registry.id() + ", repository " + repository,
                repository,
                RepositoryState.Source.LIVE,
                place.host(),
                tags,
                lifecycle(),
                scanning,
                encryption(),
                exposure(),
                adminUser());
    }

    /**
     * Retention and purge tasks together: what deletes images. Where a task may purge that is not shown, nothing is known for
     * certain. Soft delete deletes nothing, and is told beside it.
     */
    private Setting<Lifecycle> lifecycle() {
        List<String> purges = tasks == null ? null : PurgeTasks.in(tasks);
        if (purges == null) {
            return new Setting.Unseen<>(
                    tasks == null
                            ? "its tasks, which may purge images, were not all shown"
                            : "a timer runs a task of it that may purge images, and its commands were not shown");
        }
        List<String> members = new ArrayList<>();
        Json retention = registry.properties().at("policies").at("retentionPolicy");
        if (isOn(retention)) {
            Long days = retention.number("days");
            members.add("\"retention\":{\"status\":\"enabled\",\"days\":" + (days == null ? 7 : days) + "}");
        }
        if (!purges.isEmpty()) {
            members.add("\"purgeTasks\":["
                    + String.join(",", purges.stream().map(Settings::quoted).toList()) + "]");
        }
        if (members.isEmpty() && !registry.isPremium() && !registry.sku().isEmpty()) {
            return new Setting.Inapplicable<>("retention needs the Premium SKU, and this is " + registry.sku());
        }
        return new Setting.Seen<>(
                members.isEmpty()
                        ? new Lifecycle.Absent()
                        : new Lifecycle.Policy("{" + String.join(",", members) + "}", false),
                AT + "policies, and its tasks" + kept());
    }

    private String kept() {
        Long days = softDelete.number("retentionDays");
        return isOn(softDelete) ? "; soft delete keeps what is deleted, for days: " + (days == null ? 7 : days) : "";
    }

    private static boolean isOn(Json policy) {
        return "enabled".equalsIgnoreCase(policy.text("status"));
    }

    private Setting<Encryption> encryption() {
        Json encryption = registry.properties().at("encryption");
        if (!registry.isPremium()) {
            return registry.sku().isEmpty()
                    ? new Setting.Unseen<>("the registry's SKU was not told")
                    : new Setting.Inapplicable<>(
                            "a key of one's own needs the Premium SKU, and this is " + registry.sku());
        }
        boolean own = isOn(encryption);
        return encryption.isEmpty()
                ? new Setting.Unseen<>("Resource Manager told nothing of encryption")
                : new Setting.Seen<>(
                        new Encryption(
                                own ? Encryption.Keeper.CUSTOMER : Encryption.Keeper.PROVIDER,
                                encryption.at("keyVaultProperties").text("keyIdentifier"),
                                "encryption.status " + encryption.text("status")),
                        AT + "encryption");
    }

    private Setting<Exposure> exposure() {
        Json properties = registry.properties();
        Boolean anonymous = properties.flag("anonymousPullEnabled");
        String network = properties.text("publicNetworkAccess");
        if (anonymous == null && network == null) {
            return new Setting.Unseen<>("Resource Manager told nothing of its exposure");
        }
        String rule = properties.at("networkRuleSet").text("defaultAction");
        List<String> openings = new ArrayList<>();
        if (Boolean.TRUE.equals(anonymous)) {
            openings.add("anonymousPullEnabled is true");
        }
        boolean closed = !registry.isPublic() || "Deny".equalsIgnoreCase(rule);
        if (!closed) {
            openings.add("publicNetworkAccess is " + network
                    + (registry.isPremium() ? ", networkRuleSet.defaultAction is " + rule : ""));
        }
        Exposure.Reach reach = Boolean.TRUE.equals(anonymous)
                ? Exposure.Reach.ANONYMOUS
                : closed ? Exposure.Reach.PRIVATE_NETWORK : Exposure.Reach.NAMED_PRINCIPALS;
        return new Setting.Seen<>(
                new Exposure(reach, openings, registry.isPremium()),
                AT + "anonymousPullEnabled, publicNetworkAccess, networkRuleSet");
    }

    private Setting<Boolean> adminUser() {
        Boolean on = registry.properties().flag("adminUserEnabled");
        return on == null
                ? new Setting.Unseen<>("Resource Manager did not tell it")
                : new Setting.Seen<>(on, AT + "adminUserEnabled");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
