package io.github.registrymaven.aws;

import io.github.registrymaven.policy.EcrRegistryPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.GetRepositoryPolicyRequest;

/**
 * A policy of the repository's own, or one of the whole registry, may allow what IAM's simulation, which sees neither, calls
 * denied. So where that is the question it is asked whether there is one.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html">Private registry permissions</a>
 */
final class PolicyLook {
    private static final int MOST = 20;

    private final EcrClient ecr;
    private final String account;

    PolicyLook(EcrClient ecr, String account) {
        this.ecr = ecr;
        this.account = account;
    }

    /** Those repositories on which nothing can be allowed but by the caller's own policies. */
    Set<String> without(List<String> doubtful) throws InterruptedException {
        Set<String> without = new HashSet<>();
        for (String name : doubtful.subList(0, Math.min(doubtful.size(), MOST))) {
            if (isWithout(name)) {
                without.add(name);
            }
        }
        return without.isEmpty() || registryMayAllow() ? Set.of() : without;
    }

    private boolean isWithout(String name) throws InterruptedException {
        Answer<String> policy = Answer.to(() -> ecr.getRepositoryPolicy(GetRepositoryPolicyRequest.builder()
                        .registryId(account)
                        .repositoryName(name)
                        .build())
                .policyText());
        return policy instanceof Answer.None<String> none
                && none.trouble().code().equals("RepositoryPolicyNotFoundException");
    }

    /** AWS tells it of the caller's own registry only; in another account the caller's own policies have to allow it anyway. */
    private boolean registryMayAllow() throws InterruptedException {
        Answer<String> policy =
                Answer.to(() -> String.valueOf(ecr.getRegistryPolicy(ask -> {}).policyText()));
        if (policy instanceof Answer.Given<String> given) {
            return EcrRegistryPolicy.mayAllow(
                    given.value(),
                    PushAction.onRepository().stream().map(PushAction::id).toList());
        }
        return !((Answer.None<String>) policy).trouble().code().equals("RegistryPolicyNotFoundException");
    }
}
