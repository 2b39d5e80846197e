package io.github.registrymaven.policy.lifecycle;

import java.util.Locale;

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

    abstract LifecyclePolicy read(Field document, boolean dryRun) throws InvalidDocument;

    /** The word in an inventory. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
