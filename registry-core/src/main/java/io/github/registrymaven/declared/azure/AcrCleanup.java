package io.github.registrymaven.declared.azure;

import io.github.registrymaven.declared.json.JsonText;
import io.github.registrymaven.declared.tree.Attachment;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Surroundings;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.Setting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What deletes images of a registry: the retention policy, and tasks that purge. */
final class AcrCleanup {
    private final Resource registry;
    private final Surroundings around;

    AcrCleanup(Resource registry, Surroundings around) {
        this.registry = registry;
        this.around = around;
    }

    Setting<Lifecycle> lifecycle() {
        Node retention = retention();
        if (retention instanceof Node.Unknown unknown) {
            return unknown.unseen();
        }
        List<Node> commands = new ArrayList<>();
        Node where = retention;
        for (Resource task : tasks()) {
            for (Node command : PurgeTasks.commands(task)) {
                if (command instanceof Node.Unknown unknown) {
                    return unknown.unseen();
                }
                where = where.isNothing() ? command : where;
                commands.add(command);
            }
        }
        Resource doubtful = doubtful();
        if (doubtful != null) {
            return new Setting.Unseen<>(
                    doubtful.address() + " may or may not be a task of this registry (" + doubtful.at() + ")");
        }
        if (retention.isNothing() && commands.isEmpty()) {
            return none();
        }
        Map<String, Node> document = new LinkedHashMap<>();
        if (!retention.isNothing()) {
            document.put("retention", retention);
        }
        if (!commands.isEmpty()) {
            document.put("purgeTasks", new Node.Items(commands, where.at()));
        }
        Node text = JsonText.of(new Node.Fields(document, where.at()));
        return text instanceof Node.Unknown unknown
                ? unknown.unseen()
                : new Setting.Seen<>(
                        new Lifecycle.Policy(String.valueOf(text.text()), false),
                        where.at().toString());
    }

    private Setting<Lifecycle> none() {
        Boolean premium = AzureResources.isPremium(registry);
        if (premium == null) {
            return new Setting.Unseen<>("whether its SKU has retention is not known ("
                    + registry.get("sku").at() + ")");
        }
        return premium
                ? new Setting.Seen<>(new Lifecycle.Absent(), registry.at().toString())
                : new Setting.Inapplicable<>(
                        "retention needs the Premium SKU, and this is " + AzureResources.sku(registry));
    }

    /** As ARM writes it; nothing where it is off, or the SKU has none. */
    private Node retention() {
        Node version4 = registry.get("retention_policy_in_days");
        Node block = registry.get("retention_policy").isNothing()
                ? registry.get("policies").get("retentionPolicy")
                : registry.get("retention_policy");
        Node status = block.get("status", "enabled");
        boolean none = Boolean.FALSE.equals(AzureResources.isPremium(registry));
        if (none || (version4.isNothing() && block.items().isEmpty())) {
            return new Node.Nothing(registry.at());
        }
        if (version4.isNothing() && !(status instanceof Node.Unknown) && !AcrSettings.isOn(status)) {
            return new Node.Nothing(registry.at());
        }
        if ("0".equals(version4.text())) {
            // The provider leaves the policy unset then. In ARM's own, no days is the shortest retention.
            return new Node.Nothing(registry.at());
        }
        Node days = version4.isNothing() ? block.get("days") : version4;
        if (days instanceof Node.Unknown || status instanceof Node.Unknown) {
            return days instanceof Node.Unknown ? days : status;
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("status", new Node.Text("enabled", days.at()));
        fields.put("days", days.isNothing() ? new Node.Numeral(BigDecimal.valueOf(7), days.at()) : number(days));
        return new Node.Fields(fields, version4.isNothing() ? block.at() : version4.at());
    }

    private static Node number(Node days) {
        String text = days.text();
        return text != null && text.matches("\\d{1,5}") ? new Node.Numeral(new BigDecimal(text), days.at()) : days;
    }

    private List<Resource> tasks() {
        return attachment().certain();
    }

    private @Nullable Resource doubtful() {
        return attachment().possible().stream()
                .filter(task -> !PurgeTasks.isTask(task)
                        || PurgeTasks.commands(task).stream().findAny().isPresent())
                .findFirst()
                .orElse(null);
    }

    private Attachment attachment() {
        String name = registry.get("name").text();
        Attachment terraform = Attachment.to(
                registry, name, around, PurgeTasks.TERRAFORM, "container_registry_id", AcrCleanup::lastPart);
        Attachment arm = Attachment.to(registry, name, around, PurgeTasks.ARM, "registry");
        List<Resource> certain = new ArrayList<>(terraform.certain());
        certain.addAll(arm.certain());
        List<Resource> possible = new ArrayList<>(terraform.possible());
        arm.possible().stream().filter(task -> !possible.contains(task)).forEach(possible::add);
        return new Attachment(certain, possible);
    }

    private static String lastPart(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
