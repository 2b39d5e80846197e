package io.github.registrymaven.declared.terraform;

import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
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

    private static final String REGISTRIES = "registry\\.(terraform\\.io|opentofu\\.org)/";

    private final String source;

    KnownModule(String source) {
        this.source = source;
    }

    /** Null where it is none of them. Registries do not tell capitals apart. */
    static @Nullable KnownModule of(String source) {
        String plain = source.toLowerCase(Locale.ROOT).replaceFirst("^" + REGISTRIES, "");
        for (KnownModule module : values()) {
            if (module.source.equals(plain)) {
                return module;
            }
        }
        return null;
    }

    /** What its resources are made with, as the last part of its source says. */
    String provider() {
        return source.substring(source.lastIndexOf('/') + 1);
    }

    /**
     * The resources it makes of what it is given.
     *
     * @param address what the call is called: {@code module.ecr}
     */
    List<Resource> resources(String address, Node.Fields inputs, String provider, Place at) {
        return switch (this) {
            case ECR -> EcrModule.resources(address, inputs, provider, at);
            case ACR -> AcrModule.resources(address, inputs, provider, at);
            case ARTIFACT_REGISTRY -> GoogleModule.resources(address, inputs, provider, at);
        };
    }
}
