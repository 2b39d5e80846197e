package io.github.registrymaven.policy.lifecycle;

import io.github.registrymaven.reference.RegistryKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose language a policy is written in. */
public enum Provider {
    ECR {
        @Override
        LifecyclePolicy read(Field document, boolean dryRun) throws InvalidDocument {
            return EcrReader.read(document, dryRun);
        }
    },
    ARTIFACT_REGISTRY {
        @Override
        LifecyclePolicy read(Field document, boolean dryRun) throws InvalidDocument {
            return CleanupReader.read(document, dryRun);
        }
    },
    ACR {
        @Override
        LifecyclePolicy read(Field document, boolean dryRun) throws InvalidDocument {
            return AcrReader.read(document, dryRun);
        }
    };

    /** Whose language policies of such a registry are in; null where none is read here. */
    public static @Nullable Provider of(RegistryKind kind) {
        return switch (kind) {
            case ECR -> ECR;
            case ARTIFACT_REGISTRY, GCR -> ARTIFACT_REGISTRY;
            case ACR -> ACR;
            default -> null;
        };
    }

    abstract LifecyclePolicy read(Field document, boolean dryRun) throws InvalidDocument;

    /** The word in an inventory. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
