package io.github.registrymaven.azure;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
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

    /** @param tasks null where the caller may not see them */
    Settings(RegistrySeen.Shown registry, Json softDelete, @Nullable List<Json> tasks) {
        this.registry = registry;
        this.softDelete = softDelete;
        this.tasks = tasks;
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
                new Setting.Unseen<>(
                        "whether images are scanned is a plan of Defender's for the whole subscription, which"
                                + " was not asked for"),
                encryption(),
                exposure(),
                adminUser());
    }

    /**
     * Retention, soft delete and purge tasks together. Retention needs Premium, tasks do not, so there is something to set up
     * on every SKU. Where the tasks are hidden, nothing is known for certain unless the rest already is something.
     */
    private Setting<Lifecycle> lifecycle() {
        Json policies = registry.properties().at("policies");
        List<String> members = new ArrayList<>();
        add(members, "retention", policies.at("retentionPolicy"), "days");
        add(members, "softDelete", softDelete, "retentionDays");
        List<String> purges = tasks == null ? List.of() : PurgeTasks.in(tasks);
        if (members.isEmpty() && tasks == null) {
            return new Setting.Unseen<>("Microsoft.ContainerRegistry/registries/tasks/read was denied");
        }
        if (members.isEmpty() && purges.isEmpty()) {
            return new Setting.Seen<>(new Lifecycle.Absent(), AT + "policies, and its tasks");
        }
        members.add("\"purgeTasks\":["
                + String.join(",", purges.stream().map(Settings::quoted).toList()) + "]");
        return new Setting.Seen<>(
                new Lifecycle.Policy("{" + String.join(",", members) + "}", false),
                AT + "policies" + (tasks == null ? "; its tasks are hidden" : ", and its tasks"));
    }

    private static void add(List<String> members, String name, Json policy, String days) {
        Long number = policy.number(days);
        if ("enabled".equalsIgnoreCase(policy.text("status"))) {
            members.add(quoted(name) + ":{\"status\":\"enabled\",\"days\":" + (number == null ? 7 : number) + "}");
        }
    }

    private Setting<Encryption> encryption() {
        Json encryption = registry.properties().at("encryption");
        if (!registry.isPremium()) {
            return registry.sku().isEmpty()
                    ? new Setting.Unseen<>("the registry's SKU was not told")
                    : new Setting.Inapplicable<>(
                            "a key of one's own needs the Premium SKU, and this is " + registry.sku());
        }
        boolean own = "enabled".equalsIgnoreCase(encryption.text("status"));
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
                new Exposure(reach, openings), AT + "anonymousPullEnabled, publicNetworkAccess, networkRuleSet");
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
