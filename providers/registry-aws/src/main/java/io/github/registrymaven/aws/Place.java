package io.github.registrymaven.aws;

import io.github.registrymaven.blueprint.EcrRepository;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;

/**
 * Where a registry is, read from its host.
 *
 * @param account the registry's; empty for ECR Public, whose host is everybody's
 */
record Place(String host, String account, String region, String partition, boolean fips, boolean dualStack) {
    static Place of(ImageReference image) {
        return RegistryAddress.of(image) instanceof RegistryAddress.Ecr ecr
                ? new Place(image.host(), ecr.account(), ecr.region(), ecr.partition(), ecr.fips(), ecr.dualStack())
                // ECR Public is asked in one region only.
                : new Place(image.host(), "", "us-east-1", "aws", false, false);
    }

    /** A repository here, as it should be for the tags that are pushed to it. */
    EcrRepository repository(String name, List<String> tags) {
        return EcrRepository.of(new RegistryAddress.Ecr(account, region, partition, fips, dualStack), name, tags);
    }

    boolean isPublic() {
        return account.isEmpty();
    }

    String repositoryArn(String repository) {
        return "arn:" + partition + ":ecr:" + region + ":" + account + ":repository/" + repository;
    }

    /** A repository of which nothing was shown. */
    RepositoryState unseen(String repository, String why) {
        return RepositoryState.unseen(RegistryKind.ECR, repositoryArn(repository), repository, host, why);
    }
}
