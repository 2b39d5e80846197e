package io.github.registrymaven.declared.arm;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A resource of Azure with its properties beside its name and SKU, as Terraform has them. */
public final class AzureResource {
    public static final String REGISTRY = "Microsoft.ContainerRegistry/registries";
    /** What sets some properties of a registry that something else declares. */
    public static final String UPDATE = REGISTRY + " (update)";

    static final String TASK = REGISTRY + "/tasks";
    private static final String PRICING = "Microsoft.Security/pricings";
    private static final Set<String> OURS = Set.of(REGISTRY, TASK, PRICING);

    private AzureResource() {}

    /** As Azure spells it; null where the type says nothing of a registry. Types are not told apart by case. */
    public static @Nullable String type(String written) {
        return OURS.stream()
                .filter(type -> type.equalsIgnoreCase(written))
                .findFirst()
                .orElse(null);
    }

    /**
     * A resource by its body, as Azure's API takes it.
     *
     * @param registry of a task or an update, the registry it belongs to, where it does not stand in the task's name
     */
    public static Resource of(String type, String address, Node body, @Nullable Node registry, Place at) {
        Map<String, Node> fields = new LinkedHashMap<>();
        Node properties = body.get("properties");
        if (properties instanceof Node.Fields known) {
            fields.putAll(known.fields());
        } else if (properties instanceof Node.Unknown) {
            fields.put(Node.Fields.OTHERS, properties);
        }
        fields.put("name", body.get("name"));
        fields.put("sku", body.get("sku"));
        if (type.equals(TASK) || type.equals(UPDATE)) {
            fields.put("registry", registry == null ? registryOf(body.get("name")) : registry);
        }
        return new Resource(type, address, "", new Node.Fields(fields, at), at);
    }

    /** {@code registry/task} */
    private static Node registryOf(Node name) {
        String text = name.text();
        if (text == null) {
            return name instanceof Node.Unknown ? name : new Node.Unknown("the task has no name", name.at());
        }
        return new Node.Text(text.substring(0, Math.max(0, text.indexOf('/'))), name.at());
    }
}
