package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.given.GivenOrDefault;
import io.github.registrymaven.declared.given.ReadVersions;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Resource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Azure's own module for ACR, {@code Azure/avm-res-containerregistry-registry/azurerm}. Its inputs are called like the
 * arguments of the resource that it makes, but for the key. The administrator's login and anonymous pulls are off in each
 * version of it unless it is given something else, as they are in the resource.
 *
 * @see <a href="https://github.com/Azure/terraform-azurerm-avm-res-containerregistry-registry">The module</a>
 */
final class AcrModule {
    private static final ReadVersions READ = new ReadVersions(1, 4);
    /** Before, retention was off by default. */
    private static final ReadVersions WITH_RETENTION = new ReadVersions(4, 4);

    private final CalledModule call;
    private final GivenOrDefault module;
    private final Place at;

    private AcrModule(CalledModule call) {
        this.call = call;
        this.module = call.given();
        this.at = call.at();
    }

    /** The registry goes by the name of the call, so that what is given an output of that is known to be about it. */
    static List<Resource> resources(CalledModule call) {
        AcrModule module = new AcrModule(call);
        List<Resource> made = new ArrayList<>();
        made.add(module.registry());
        made.addAll(module.tasks());
        return made;
    }

    private Resource registry() {
        Node sku = module.value("sku", new Node.Text("Premium", at), READ);
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("name", module.given("name"));
        fields.put("sku", sku);
        fields.put("admin_enabled", module.given("admin_enabled"));
        fields.put("anonymous_pull_enabled", module.given("anonymous_pull_enabled"));
        fields.put(
                "public_network_access_enabled",
                module.value("public_network_access_enabled", new Node.Flag(true, at), READ));
        fields.put("network_rule_set", networks());
        fields.put("encryption", encryption());
        // It has the provider set retention for the largest SKU only.
        if (sku instanceof Node.Unknown) {
            fields.put("retention_policy_in_days", sku);
        } else if (module.given("retention_policy").isNothing()) {
            fields.put(
                    "retention_policy_in_days",
                    module.value(
                            "retention_policy_in_days", new Node.Numeral(BigDecimal.valueOf(7), at), WITH_RETENTION));
        } else {
            fields.put("retention_policy", module.given("retention_policy"));
        }
        return call.resource("azurerm_container_registry", call.address(), fields);
    }

    private Node networks() {
        Node given = module.value("network_rule_set", new Node.Nothing(at), READ);
        if (given instanceof Node.Fields rules && rules.get("default_action").isNothing()) {
            Map<String, Node> fields = new LinkedHashMap<>(rules.fields());
            fields.put("default_action", new Node.Text("Deny", rules.at()));
            return new Node.Fields(fields, rules.at());
        }
        return given;
    }

    private Node encryption() {
        Node key = module.given("customer_managed_key");
        return key instanceof Node.Fields
                ? new Node.Fields(
                        Map.of("key_vault_key_id", module.computed("the module looks the key up in its vault")),
                        key.at())
                : key;
    }

    private List<Resource> tasks() {
        Node tasks = module.given("tasks");
        List<Resource> made = new ArrayList<>();
        if (tasks instanceof Node.Fields known && !known.fields().containsKey(Node.Fields.OTHERS)) {
            known.fields().forEach((name, task) -> made.add(task("[\"" + name + "\"]", task)));
        } else if (!tasks.isNothing()) {
            made.add(task("", tasks));
        }
        return made;
    }

    private Resource task(String key, Node task) {
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("container_registry_id", module.made(call.address()));
        for (String name : List.of("enabled", "encoded_step", "file_step")) {
            fields.put(name, task.get(name));
        }
        Node timers = task.get("timer_triggers");
        fields.put(
                "timer_trigger",
                timers instanceof Node.Fields named
                        ? new Node.Items(List.copyOf(named.fields().values()), named.at())
                        : timers);
        return call.resource(
                "azurerm_container_registry_task",
                call.address() + ".azurerm_container_registry_task.this" + key,
                fields);
    }
}
