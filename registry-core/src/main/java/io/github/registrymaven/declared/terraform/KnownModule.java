package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Resource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A module of the registry that is not read, and of which it is known what it makes of what it is given. Others that make
 * repositories compute their names and policies from so much else that what they are given tells next to nothing.
 */
enum KnownModule {
    ECR("terraform-aws-modules/ecr/aws"),
    ACR("azure/avm-res-containerregistry-registry/azurerm"),
    ARTIFACT_REGISTRY("googlecloudplatform/artifact-registry/google");

    private final String source;

    KnownModule(String source) {
        this.source = source;
    }

    /** Null where it is none of them. Registries do not tell capitals apart. */
    static @Nullable KnownModule of(String source) {
        String plain = withoutRegistry(source.toLowerCase(Locale.ROOT));
        for (KnownModule module : values()) {
            if (module.source.equals(plain)) {
                return module;
            }
        }
        return null;
    }

    /** A source without the host of the public registry, which may be left out. */
    static String withoutRegistry(String source) {
        return source.replaceFirst("^registry\\.(terraform\\.io|opentofu\\.org)/", "");
    }

    /** What its resources are made with, as the last part of its source says. */
    String provider() {
        return source.substring(source.lastIndexOf('/') + 1);
    }

    /** The resources it makes of what it is given. */
    List<Resource> resources(CalledModule call) {
        return switch (this) {
            case ECR -> EcrModule.resources(call);
            case ACR -> AcrModule.resources(call);
            case ARTIFACT_REGISTRY -> GoogleModule.resources(call);
        };
    }
}
