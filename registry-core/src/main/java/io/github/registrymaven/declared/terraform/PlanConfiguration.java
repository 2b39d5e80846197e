package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.json.JsonTree;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import io.github.registrymaven.declared.tree.Whereabouts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of a plan that tells what refers to what, and through which provider: values alone do not. */
final class PlanConfiguration {
    private static final Set<String> KEPT = Set.of("address", "type", "provider_config_key", "expressions");

    private static final Set<String> PLACES = Set.of("region", Whereabouts.ACCOUNTS);
    private static final Node NOWHERE = new Node.Nothing(new Place("", 1));

    private final JsonTree in;
    /** By address without indexes. */
    private final Map<String, Node> resources = new HashMap<>();
    /** By the key of a provider's configuration. Nothing else of it is kept: it may hold keys. */
    private final Map<String, Map<String, Node>> providers = new HashMap<>();

    PlanConfiguration(JsonTree in) {
        this.in = in;
    }

    boolean section(String name) throws Unreadable {
        if (name.equals("provider_config")) {
            in.eachField(key -> {
                in.eachField(part -> part.equals("expressions") && places(key));
                return true;
            });
            return true;
        }
        if (!name.equals("root_module")) {
            return false;
        }
        module("");
        return true;
    }

    private boolean places(String provider) throws Unreadable {
        in.eachField(setting -> {
            boolean wanted = PLACES.contains(setting);
            if (wanted) {
                providers.computeIfAbsent(provider, unseen -> new HashMap<>()).put(setting, in.value());
            }
            return wanted;
        });
        return true;
    }

    /** What a provider's configuration says of where its resources go, as far as it stands there as it is. */
    Node place(String provider, String setting) {
        Node found = providers.getOrDefault(provider, Map.of()).get(setting);
        return found == null ? NOWHERE : found.get("constant_value");
    }

    private void module(String prefix) throws Unreadable {
        in.eachField(name -> {
            if (name.equals("resources")) {
                in.eachItem(() -> resource(prefix));
                return true;
            }
            if (name.equals("module_calls")) {
                in.eachField(call -> {
                    in.eachField(part -> {
                        boolean inner = part.equals("module");
                        if (inner) {
                            module(prefix + "module." + call + ".");
                        }
                        return inner;
                    });
                    return true;
                });
                return true;
            }
            return false;
        });
    }

    private void resource(String prefix) throws Unreadable {
        Map<String, Node> fields = new HashMap<>();
        Place at = in.here();
        in.eachField(name -> {
            Node type = fields.get("type");
            boolean wanted = type == null || ResourceTypes.areOurs(String.valueOf(type.text()));
            if (wanted && KEPT.contains(name)) {
                fields.put(name, in.value());
                return true;
            }
            return false;
        });
        Node address = fields.get("address");
        Node type = fields.get("type");
        if (address != null && type != null && ResourceTypes.areOurs(String.valueOf(type.text()))) {
            resources.put(prefix + address.text(), new Node.Fields(fields, at));
        }
    }

    /** The provider's configuration that a resource goes through; empty where it is not told. */
    String provider(String address) {
        Node known = resources.get(withoutIndexes(address));
        String key = known == null ? null : known.get("provider_config_key").text();
        return key == null ? "" : key;
    }

    /** The resource that an attribute takes its value from; null where there is none, or more than one. */
    @Nullable
    String reference(String address, String attribute) {
        Node known = resources.get(withoutIndexes(address));
        if (known == null) {
            return null;
        }
        String found = null;
        for (Node reference :
                known.get("expressions").get(attribute).get("references").items()) {
            String text = reference.text();
            // Each reference comes with its attribute and once more without.
            if (text != null && text.matches("[a-z0-9]+_\\w+\\.[\\w-]+")) {
                found = found == null ? prefix(address) + text : null;
            }
        }
        return found;
    }

    /** Of {@code module.a["x"].aws_ecr_repository.b}, the module with its dot. */
    private static String prefix(String address) {
        int end = 0;
        for (int at = 0; address.startsWith("module.", at); at = end) {
            end = afterStep(address, at + "module.".length());
        }
        return address.substring(0, end);
    }

    private static int afterStep(String address, int from) {
        boolean quoted = false;
        for (int i = from; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == '"' && address.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                return i + 1;
            }
        }
        return address.length();
    }

    private static String withoutIndexes(String address) {
        return address.replaceAll("\\[(\"(?:[^\"\\\\]|\\\\.)*\"|\\d+)]", "");
    }
}
