package io.github.registrymaven.aws;

import io.github.registrymaven.blueprint.EcrRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.GetLifecyclePolicyRequest;
import software.amazon.awssdk.services.ecr.model.TagStatus;

/** Whether a repository has a lifecycle policy, and what one would delete. */
final class LifecycleLook {
    private static final int PAGE = 1000;

    private final EcrClient ecr;
    private final String registry;
    private final Clock clock;

    LifecycleLook(EcrClient ecr, String registry, Clock clock) {
        this.ecr = ecr;
        this.registry = registry;
        this.clock = clock;
    }

    Answer<String> policy(String repository) throws InterruptedException {
        return Answer.to(() -> ecr.getLifecyclePolicy(GetLifecyclePolicyRequest.builder()
                        .registryId(registry)
                        .repositoryName(repository)
                        .build())
                .lifecyclePolicyText());
    }

    /** Whether AWS said that there is none, and not merely nothing. */
    static boolean isNone(Trouble trouble) {
        return trouble.code().equals("LifecyclePolicyNotFoundException");
    }

    /** What the policy of the blueprint deletes of what is there now, as a sentence. */
    String consequence(String repository) throws InterruptedException {
        String rule =
                "deletes untagged images; one that is deployed by its digest, and whose tag has moved on, is untagged";
        Instant limit = clock.instant().minus(Duration.ofDays(EcrRepository.UNTAGGED_DAYS));
        Answer<DescribeImagesResponse> answer = Answer.to(() -> ecr.describeImages(DescribeImagesRequest.builder()
                .registryId(registry)
                .repositoryName(repository)
                .filter(filter -> filter.tagStatus(TagStatus.UNTAGGED))
                .maxResults(PAGE)
                .build()));
        if (!(answer instanceof Answer.Given<DescribeImagesResponse> given)) {
            return rule + "; how many are that old already is not shown";
        }
        long old = given.value().imageDetails().stream()
                .filter(image ->
                        image.imagePushedAt() != null && image.imagePushedAt().isBefore(limit))
                .count();
        String many = given.value().nextToken() == null ? String.valueOf(old) : "at least " + old;
        return rule + "; " + (old == 0 && given.value().nextToken() == null ? "none is" : many + " are")
                + " that old already";
    }
}
