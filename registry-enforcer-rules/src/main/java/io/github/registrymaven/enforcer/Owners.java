package io.github.registrymaven.enforcer;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import java.util.List;
import java.util.Optional;

/** Whose registries images may go to: accounts of AWS and projects of Google, where an organisation names them. */
final class Owners {
    private final List<String> accounts;
    private final List<String> projects;

    /** Every one is allowed where a list is empty; other registries have no such owner in their names. */
    Owners(List<String> accounts, List<String> projects) {
        this.accounts = List.copyOf(accounts);
        this.projects = List.copyOf(projects);
    }

    Optional<NameBreach> breach(ImageReference image) {
        RegistryAddress address = RegistryAddress.of(image);
        if (address instanceof RegistryAddress.Ecr) {
            return breach(image, "account", ((RegistryAddress.Ecr) address).account(), accounts);
        }
        if (address instanceof RegistryAddress.ArtifactRegistry) {
            return breach(image, "project", ((RegistryAddress.ArtifactRegistry) address).project(), projects);
        }
        return address instanceof RegistryAddress.Gcr
                ? breach(image, "project", ((RegistryAddress.Gcr) address).project(), projects)
                : Optional.empty();
    }

    private static Optional<NameBreach> breach(ImageReference image, String kind, String owner, List<String> allowed) {
        return allowed.isEmpty() || allowed.contains(owner)
                ? Optional.empty()
                : Optional.of(new NameBreach(
                        image.written(),
                        "goes to the " + kind + " " + owner + ", which is not allowed",
                        List.of(kind + " " + owner),
                        "a registry of the " + kind + " " + String.join(" or ", allowed),
                        "write " + image.written().replace(owner, allowed.get(0))));
    }
}
