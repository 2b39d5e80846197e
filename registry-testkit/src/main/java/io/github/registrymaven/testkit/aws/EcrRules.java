package io.github.registrymaven.testkit.aws;

import org.jspecify.annotations.Nullable;

/** What stands before every call that is about a repository: the right to it, then its existence. */
final class EcrRules {
    private final EcrRegistry registry;
    private final Authorizer authorizer;

    EcrRules(EcrRegistry registry, Authorizer authorizer) {
        this.registry = registry;
        this.authorizer = authorizer;
    }

    EcrRegistry registry() {
        return registry;
    }

    /** The repository that a call names. AWS looks at the right first, so that names cannot be guessed. */
    EcrRepository repository(EcrCall call) throws AwsFailure {
        return repository(call, call.required("repositoryName"));
    }

    EcrRepository repository(EcrCall call, String name) throws AwsFailure {
        EcrRepository found = allowed(call, name);
        if (found == null) {
            throw AwsFailure.ecr("RepositoryNotFoundException", EcrRegistry.absent(name, call.registryId()));
        }
        return found;
    }

    /** The repository, if there is one; refused to whoever may not even ask. */
    @Nullable
    EcrRepository allowed(EcrCall call, String name) throws AwsFailure {
        if (!call.registryId().equals(registry.arns().account())) {
            // Only one account has a registry here; all others are empty.
            check(call, registry.arns().of(call.registryId()).repository(name));
            return null;
        }
        EcrRepository found = registry.find(name);
        authorizer.checkRepository(call.caller(), call.action(), name, found);
        return found;
    }

    /** Refuses a call that is not about one repository to whoever has no right to it. */
    void check(EcrCall call, String resource) throws AwsFailure {
        authorizer.check(Service.ECR, call.caller(), call.action(), resource);
    }
}
