package io.github.registrymaven.declared.azure;

import io.github.registrymaven.declared.tree.DeclaredRepository;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Stacks;
import io.github.registrymaven.declared.tree.Surroundings;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registries among the resources of Azure, each with everything that governs it. */
public final class AzureResources {
    static final String[] REGISTRY = {"azurerm_container_registry", "Microsoft.ContainerRegistry/registries"};

    private AzureResources() {}

    /** In the order of the stacks. */
    public static List<DeclaredRepository> read(Stacks stacks) {
        List<DeclaredRepository> found = new ArrayList<>();
        for (Stack stack : stacks.all()) {
            for (Resource resource : stack.all(REGISTRY)) {
                Surroundings around = new Surroundings(stack, stacks);
                found.add(registry(RegistryUpdates.applied(resource, around), around));
            }
        }
        return found;
    }

    private static DeclaredRepository registry(Resource resource, Surroundings around) {
        RepositoryState state = new RepositoryState(
                        RegistryKind.ACR,
                        resource.subject(),
                        // It is about every repository of the registry.
                        null,
                        RepositoryState.Source.DECLARED,
                        resource.at().toString(),
                        new Setting.Unseen<>(
                                "tags of ACR are locked one by one in the registry itself, and never in code"),
                        new AcrCleanup(resource, around).lifecycle(),
                        Defender.of(resource, around),
                        AcrSettings.encryption(resource),
                        AcrSettings.exposure(resource),
                        AcrSettings.adminUser(resource))
                .doubted(resource.doubtInWords());
        Node name = resource.get("name");
        return new DeclaredRepository(state, image -> serves(image, name.text()) ? DeclaredRepository.ITSELF : 0)
                .named(name);
    }

    private static boolean serves(ImageReference image, @Nullable String name) {
        return RegistryAddress.of(image) instanceof RegistryAddress.Acr acr
                && (name == null || acr.name().equalsIgnoreCase(name));
    }

    /** Whether it has what only the largest SKU has; null where that is not known. */
    static @Nullable Boolean isPremium(Resource registry) {
        String sku = sku(registry);
        if (sku == null) {
            return registry.get("sku").isNothing() ? Boolean.TRUE : null;
        }
        return sku.equalsIgnoreCase("Premium");
    }

    /** The SKU; null where it is not known. */
    static @Nullable String sku(Resource registry) {
        Node sku = registry.get("sku");
        String text = sku.text();
        return text == null ? sku.get("name").text() : text;
    }
}
