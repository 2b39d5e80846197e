package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.hcl.Body.Block;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the resources of a root module and of all modules below it. */
final class Collector {
    private final ModuleInstance root;
    private final List<Resource> resources = new ArrayList<>();

    Collector(ModuleInstance root) {
        this.root = root;
    }

    List<Resource> collect() {
        from(root);
        return resources;
    }

    private void from(ModuleInstance module) {
        for (Place file : module.folder().unread()) {
            resources.add(new Resource(Stack.BROKEN, file.file(), "", new Node.Fields(Map.of(), file), file));
        }
        for (Block block : module.folder().blocks("resource")) {
            if (block.labels().size() == 2
                    && ResourceTypes.areOurs(block.labels().get(0))) {
                Instances instances = module.resources(String.join(".", block.labels()), block.at());
                for (Instances.One one : instances.ones().values()) {
                    add((ResourceInstance) one);
                }
            }
        }
        for (Block block : module.folder().blocks("module")) {
            Instances calls = module.children(String.join(".", block.labels()), block.at());
            for (Instances.One one : calls.ones().values()) {
                add((ModuleCall) one);
            }
        }
    }

    private void add(ResourceInstance instance) {
        Block block = instance.block();
        if (!module(instance).run().makes(block.at())) {
            return;
        }
        String provider = module(instance).providers().of(block, instance.scope());
        Node.Fields properties = BodyValues.of(block.body(), instance.scope(), block.at());
        if (block.labels().get(0).startsWith("google_")
                && properties.get("project").isNothing()) {
            Map<String, Node> fields = new LinkedHashMap<>(properties.fields());
            fields.put("project", Providers.setting(provider, "project", root, new Node.Nothing(block.at())));
            properties = new Node.Fields(fields, block.at());
        }
        resources.add(new Resource(block.labels().get(0), instance.address(), provider, properties, block.at()));
    }

    private static ModuleInstance module(ResourceInstance instance) {
        return instance.scope().module();
    }

    private void add(ModuleCall call) {
        Place at = call.block().at();
        if (!call.scope().module().run().makes(at)) {
            return;
        }
        if (call.inner() != null) {
            from(call.inner());
            return;
        }
        Node.Fields inputs = BodyValues.of(call.block().body(), call.scope(), at);
        if (KnownModule.isOne(call.source())) {
            String provider = call.scope().module().providers().of("aws");
            resources.addAll(KnownModule.resources(call.address(), inputs, provider, at));
            inputs = KnownModule.withRepository(call.address(), inputs);
        }
        resources.add(new Resource(Stack.UNREAD, call.address(), "", inputs, at));
    }
}
