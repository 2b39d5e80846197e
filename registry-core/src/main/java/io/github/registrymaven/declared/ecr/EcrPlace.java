package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.tree.DeclaredRepository;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Whereabouts;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import java.util.Set;

/** Account and region of a repository, as far as the code tells: they are seldom in it. */
final class EcrPlace {
    private EcrPlace() {}

    /** Whether an image goes to another account or region than a resource. */
    static boolean isElsewhere(Resource resource, ImageReference image) {
        if (!(RegistryAddress.of(image) instanceof RegistryAddress.Ecr registry)) {
            return true;
        }
        String region = Whereabouts.region(resource);
        Set<String> accounts = Whereabouts.accounts(resource);
        return (region != null && !region.equals(registry.region()))
                || (accounts != null && !accounts.contains(registry.account()));
    }

    /** Of the repository that an image names, in as much as it is known to be in the image's own place. */
    static int closeness(Resource resource, ImageReference image) {
        if (isElsewhere(resource, image)) {
            return 0;
        }
        Set<String> accounts = Whereabouts.accounts(resource);
        boolean certain = Whereabouts.region(resource) != null && accounts != null && accounts.size() == 1;
        return certain ? DeclaredRepository.ITSELF + 1 : DeclaredRepository.ITSELF;
    }
}
