package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.tree.Doubt;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Whereabouts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the resources of a root module and of all modules below it. */
final class Collector {
    /** What stands in the configuration of a provider that is handed to a module, and configured by who calls that. */
    private static final Set<String> PROXY = Set.of("alias", "version");

    private final ModuleInstance root;
    /** A repository is not to be taken for another region's for a default that is seldom used. */
    private final ModuleInstance given;

    private final List<Resource> resources = new ArrayList<>();

    Collector(ModuleInstance root) {
        this.root = root;
        this.given = root.withoutDefaults();
    }

    List<Resource> collect() {
        from(root, null);
        Resource cut = root.run().cut();
        if (cut != null) {
            resources.add(cut);
        }
        return resources;
    }

    /**
     * @param around why the module itself may not be there
     */
    private void from(ModuleInstance module, @Nullable Doubt around) {
        for (Place file : module.folder().unread()) {
            resources.add(Stack.broken(file.file(), file));
        }
        for (Block block : module.folder().blocks("resource")) {
            if (block.labels().size() == 2
                    && ResourceTypes.areOurs(block.labels().get(0))) {
                Instances instances = module.resources(String.join(".", block.labels()), block.at());
                Doubt doubt = doubt(instances, block, module, around);
                for (Instances.One one : instances.ones().values()) {
                    add((ResourceInstance) one, doubt);
                }
            }
        }
        for (Block block : module.folder().blocks("module")) {
            Instances calls = module.children(String.join(".", block.labels()), block.at());
            Doubt doubt = doubt(calls, block, module, around);
            for (Instances.One one : calls.ones().values()) {
                add((ModuleCall) one, doubt);
            }
        }
    }

    private static @Nullable Doubt doubt(
            Instances instances, Block block, ModuleInstance module, @Nullable Doubt around) {
        return instances.shape() == Instances.Shape.UNKNOWN ? Doubt.both(Made.doubt(block, module), around) : around;
    }

    private void add(ResourceInstance instance, @Nullable Doubt doubt) {
        Block block = instance.block();
        if (!module(instance).run().makes(block.at())) {
            return;
        }
        String provider = module(instance).providers().of(block, instance.scope());
        Node.Fields properties =
                IgnoredChanges.unknown(block, BodyValues.of(block.body(), instance.scope(), block.at()));
        Resource made = new Resource(
                block.labels().get(0), instance.address(), Providers.same(provider), doubt, properties, block.at());
        resources.add(Azapi.translated(
                placed(made, module(instance), module(instance).providers().of(block))));
    }

    /** Whether a module goes to places of its own. */
    private boolean configuresProviders(ModuleInstance module) {
        return !module.equals(root)
                && module.folder().blocks("provider").stream()
                        .anyMatch(block -> !block.body().attributes().isEmpty()
                                && !PROXY.containsAll(block.body().attributes().keySet()));
    }

    /** With what its provider says of where it goes. */
    private Resource placed(Resource resource, ModuleInstance module, String provider) {
        if (configuresProviders(module)) {
            return resource;
        }
        boolean google = resource.type().startsWith("google_");
        List<String> settings = google
                ? List.of("project")
                : resource.type().startsWith("aws_") ? List.of("region", Whereabouts.ACCOUNTS) : List.of();
        Map<String, Node> fields = new LinkedHashMap<>(resource.properties().fields());
        for (String setting : settings) {
            if (resource.get(setting).isNothing()) {
                fields.put(
                        setting,
                        Providers.setting(provider, setting, google ? root : given, new Node.Nothing(resource.at())));
            }
        }
        return new Resource(
                resource.type(),
                resource.address(),
                resource.provider(),
                resource.doubt(),
                new Node.Fields(fields, resource.at()),
                resource.at());
    }

    private static ModuleInstance module(ResourceInstance instance) {
        return instance.scope().module();
    }

    private void add(ModuleCall call, @Nullable Doubt doubt) {
        Place at = call.block().at();
        if (!call.scope().module().run().makes(at)) {
            return;
        }
        if (call.inner() != null) {
            from(call.inner(), doubt);
            return;
        }
        Node.Fields inputs = BodyValues.of(call.block().body(), call.scope(), at);
        KnownModule known = KnownModule.of(call.source());
        if (known == null) {
            resources.add(new Resource(Stack.UNREAD, call.address(), "", doubt, withSource(inputs, call), at));
            return;
        }
        Providers handed =
                call.scope().module().providers().handedOn(call.block().body());
        String provider = handed.of(known.provider());
        CalledModule called = new CalledModule(call.address(), inputs, Providers.same(provider), at);
        for (Resource made : known.resources(called)) {
            resources.add(placed(made.doubted(doubt), call.scope().module(), provider));
        }
    }

    /** Where it comes from says what it can do, and what it cannot. */
    private static Node.Fields withSource(Node.Fields inputs, ModuleCall call) {
        Map<String, Node> fields = new LinkedHashMap<>(inputs.fields());
        fields.put("source", new Node.Text(KnownModule.withoutRegistry(call.source()), inputs.at()));
        return new Node.Fields(fields, inputs.at());
    }
}
