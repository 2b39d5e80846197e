package io.github.registrymaven.diagnosis;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import java.util.Map;

/** The names that a reference alone gives away, for the remedies to use. */
public final class KnownNames {
    private KnownNames() {}

    /** What the reference says of its registry, filled in as remedies name it. */
    public static Facts of(ImageReference image) {
        Facts facts = new Facts(image.kind(), Map.of())
                .with("host", image.host())
                .with("repository", image.repository())
                .with("tag", image.tag())
                .with("image", image.canonical());
        RegistryAddress address = RegistryAddress.of(image);
        if (address instanceof RegistryAddress.Ecr ecr) {
            return facts.with("account", ecr.account())
                    .with("region", ecr.region())
                    .with("partition", ecr.partition());
        }
        if (address instanceof RegistryAddress.ArtifactRegistry google) {
            return facts.with("project", google.project())
                    .with("location", google.location())
                    .with("repo", google.repository());
        }
        if (address instanceof RegistryAddress.Gcr gcr) {
            return facts.with("project", gcr.project())
                    .with("location", gcr.location())
                    .with("repo", gcr.repository());
        }
        return address instanceof RegistryAddress.Acr azure ? facts.with("registry", azure.name()) : facts;
    }
}
