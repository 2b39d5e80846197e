package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.arm.AzureResource;
import io.github.registrymaven.declared.json.JsonTree;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Resources of the provider {@code azapi}, which takes what Azure's own API does: they come to what an ARM template would say.
 *
 * @see <a href="https://registry.terraform.io/providers/Azure/azapi/latest/docs">The provider's documentation</a>
 */
final class Azapi {
    static final String RESOURCE = "azapi_resource";
    static final String UPDATE = "azapi_update_resource";

    private Azapi() {}

    /** A resource as Azure calls it, where it is one of azapi's and about a registry; otherwise the same. */
    static Resource translated(Resource resource) {
        boolean update = resource.type().equals(UPDATE);
        String written = resource.get("type").text();
        if (written == null || !(update || resource.type().equals(RESOURCE))) {
            return resource;
        }
        String type = AzureResource.type(written.split("@", 2)[0]);
        if (type == null || (update && !type.equals(AzureResource.REGISTRY))) {
            return resource;
        }
        Node body = body(resource.get("body"));
        Map<String, Node> fields = new LinkedHashMap<>();
        fields.put("name", resource.get("name"));
        fields.put("sku", body.get("sku"));
        fields.put("properties", body.get("properties"));
        Node owner = resource.get("resource_id").isNothing()
                ? resource.get(update ? "name" : "parent_id")
                : resource.get("resource_id");
        Resource made = AzureResource.of(
                update ? AzureResource.UPDATE : type,
                resource.address(),
                new Node.Fields(fields, resource.at()),
                lastPart(owner),
                resource.at());
        return new Resource(
                made.type(), made.address(), resource.provider(), resource.doubt(), made.properties(), made.at());
    }

    /** Of a registry's identifier, its name. */
    private static Node lastPart(Node id) {
        return id instanceof Node.Text text
                ? new Node.Text(text.value().substring(text.value().lastIndexOf('/') + 1), text.resource(), text.at())
                : id;
    }

    /** Before its second version the provider took a text. */
    private static Node body(Node body) {
        if (body instanceof Node.Unknown unknown) {
            Node tree = unknown.clue().tree();
            return tree == null ? body : tree;
        }
        if (!(body instanceof Node.Text text)) {
            return body;
        }
        try {
            return JsonTree.read(text.value(), text.at().file(), false).gatheredAt(text.at());
        } catch (Unreadable noJson) {
            return new Node.Unknown("the body is not JSON", text.at());
        }
    }
}
