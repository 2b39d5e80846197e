package io.github.registrymaven.declared.arm;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Azure's own module for a container registry, {@code avm/res/container-registry/registry}, which is in a registry and so is not
 * read: what it is given tells most. The administrator's login and anonymous pulls are off in each version of it unless it is
 * given something else.
 *
 * @see <a href="https://github.com/Azure/bicep-registry-modules/tree/main/avm/res/container-registry/registry">The module</a>
 */
final class VerifiedModule {
    private static final Pattern SOURCE = Pattern.compile(
            "br(?:/public:|:mcr\\.microsoft\\.com/bicep/)avm/res/container-registry/registry:(.+)",
            Pattern.CASE_INSENSITIVE);
    private static final ReadVersions READ = new ReadVersions(1, 13);
    /**
     * Between these its SKU became the largest by default, <a href="https://github.com/Azure/bicep-registry-modules/pull/3548">as
     * redundant zones take it</a>, and some time it began to close what it is told to keep open.
     */
    private static final ReadVersions FIRST = new ReadVersions(1, 1);

    private static final ReadVersions LATE = new ReadVersions(9, 13);

    private final BicepModule call;
    private final GivenOrDefault module;
    private final Place at;

    private VerifiedModule(BicepModule call, Node given, String version) {
        this.call = call;
        this.module = new GivenOrDefault(given, version, call.at());
        this.at = call.at();
    }

    static boolean isOne(BicepModule call) {
        return SOURCE.matcher(call.path()).matches();
    }

    /**
     * The resources it makes. The registry goes by what the file calls the module, so that what is given an output of that is
     * known to be about it.
     *
     * @param given its parameters
     */
    static List<Resource> resources(BicepModule call, Node given) {
        Matcher source = SOURCE.matcher(call.path());
        VerifiedModule module = new VerifiedModule(call, given, source.matches() ? source.group(1) : "");
        List<Resource> made = new ArrayList<>();
        made.add(module.registry());
        made.addAll(module.tasks());
        return made;
    }

    private Resource registry() {
        Node sku = sku();
        Map<String, Node> properties = new LinkedHashMap<>();
        properties.put(Resource.CALL, new Node.Text("module " + call.symbol(), at));
        properties.put("adminUserEnabled", module.given("acrAdminUserEnabled"));
        properties.put("anonymousPullEnabled", module.given("anonymousPullEnabled"));
        properties.put("publicNetworkAccess", network());
        properties.put("networkRuleSet", networks(sku));
        properties.put("encryption", encryption());
        properties.put("policies", object("retentionPolicy", retention(sku)));
        Map<String, Node> body = new LinkedHashMap<>();
        body.put("name", module.given("name"));
        body.put("sku", object("name", sku));
        body.put("properties", new Node.Fields(properties, at));
        return AzureResource.of(AzureResource.REGISTRY, call.symbol(), new Node.Fields(body, at), null, at);
    }

    private Node sku() {
        boolean first = FIRST.contain(module.version());
        return module.value("acrSku", new Node.Text(first ? "Basic" : "Premium", at), first ? FIRST : LATE);
    }

    /** Where it is not said, private endpoints close it, unless there are rules for addresses. */
    private Node network() {
        Node given = module.given("publicNetworkAccess");
        if (!given.isNothing()) {
            return given;
        }
        Node endpoints = module.given("privateEndpoints");
        Node rules = module.given("networkRuleSetIpRules");
        if (endpoints instanceof Node.Unknown || rules instanceof Node.Unknown) {
            return endpoints instanceof Node.Unknown ? endpoints : rules;
        }
        boolean closed = !endpoints.items().isEmpty() && rules.items().isEmpty();
        return module.value("publicNetworkAccess", closed ? new Node.Text("Disabled", at) : new Node.Nothing(at), READ);
    }

    private Node networks(Node sku) {
        Node action = module.value("networkRuleSetDefaultAction", new Node.Text("Deny", at), READ);
        Node rules = module.given("networkRuleSetIpRules");
        boolean larger = sku.text() == null || "Premium".equalsIgnoreCase(sku.text());
        if (!larger || "Allow".equals(action.text())) {
            return new Node.Nothing(at);
        }
        if (action instanceof Node.Unknown || rules instanceof Node.Unknown) {
            return rules instanceof Node.Unknown ? rules : action;
        }
        if (!rules.items().isEmpty()) {
            return object("defaultAction", action);
        }
        // The first versions leave a registry without rules open; later ones close one that is told to be enabled.
        boolean open = FIRST.contain(module.version())
                || (rules.isNothing() && module.given("publicNetworkAccess").isNothing());
        return open
                ? new Node.Nothing(at)
                : module.computed("whether this version of the module closes a registry without rules is not known");
    }

    private Node encryption() {
        Node key = module.given("customerManagedKey");
        if (!(key instanceof Node.Fields named)) {
            return key;
        }
        return named.fields().isEmpty()
                ? new Node.Nothing(key.at())
                : new Node.Fields(
                        Map.of(
                                "status",
                                new Node.Text("enabled", key.at()),
                                "keyVaultProperties",
                                object("keyIdentifier", module.computed("the module looks the key up in its vault"))),
                        key.at());
    }

    /** It sets retention for the largest SKU only. */
    private Node retention(Node sku) {
        if (sku instanceof Node.Unknown) {
            return sku;
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("status", module.value("retentionPolicyStatus", new Node.Text("enabled", at), READ));
        fields.put("days", module.value("retentionPolicyDays", new Node.Numeral(BigDecimal.valueOf(15), at), READ));
        return new Node.Fields(fields, at);
    }

    private List<Resource> tasks() {
        List<Resource> made = new ArrayList<>();
        for (Node task : module.given("tasks").items()) {
            Node step = task.get("step").get("encodedTask", "fileTask");
            Map<String, Node> properties = new LinkedHashMap<>();
            properties.put("status", task.get("status"));
            properties.put("step", step);
            properties.put("trigger", task.get("trigger"));
            Map<String, Node> body = new LinkedHashMap<>();
            body.put("name", task.get("name"));
            body.put("properties", new Node.Fields(properties, task.at()));
            made.add(AzureResource.of(
                    AzureResource.TASK,
                    call.symbol() + " (task " + made.size() + ")",
                    new Node.Fields(body, task.at()),
                    module.made(call.symbol()),
                    task.at()));
        }
        return made;
    }

    private Node object(String name, Node value) {
        return new Node.Fields(Map.of(name, value), at);
    }
}
