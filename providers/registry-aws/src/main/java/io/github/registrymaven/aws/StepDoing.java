package io.github.registrymaven.aws;

import io.github.registrymaven.provision.Step;
import io.github.registrymaven.provision.StepOutcome;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.ImageTagMutabilityExclusionFilter;
import software.amazon.awssdk.services.ecr.model.Repository;

/** Does steps at AWS, just as they are written. What a step would overwrite is looked at once more before. */
final class StepDoing {
    private final Place place;
    private final EcrClient ecr;
    private final LifecycleLook lifecycles;

    StepDoing(Place place, EcrClient ecr) {
        this.place = place;
        this.ecr = ecr;
        this.lifecycles = new LifecycleLook(ecr, place.account(), Clock.systemUTC());
    }

    StepOutcome done(Step step) throws InterruptedException {
        return switch (step.call()) {
            case "ecr:CreateRepository" -> create(step);
            case "ecr:PutLifecyclePolicy" -> putLifecyclePolicy(step);
            case "ecr:PutImageTagMutability" -> fixTags(step);
            case "ecr:PutImageScanningConfiguration" -> scanOnPush(step);
            default -> new StepOutcome.NotTried(step, "it is no step of this module's");
        };
    }

    private StepOutcome create(Step step) throws InterruptedException {
        Answer<?> answer = Answer.to(() -> ecr.createRepository(request -> request.registryId(only(step, "registryId"))
                .repositoryName(only(step, "repositoryName"))
                .imageTagMutability(only(step, "imageTagMutability"))
                .imageTagMutabilityExclusionFilters(exceptions(step))
                .imageScanningConfiguration(scanning -> scanning.scanOnPush(isOn(step)))));
        if (answer instanceof Answer.None<?> none && none.trouble().code().equals("RepositoryAlreadyExistsException")) {
            return new StepOutcome.NotNeeded(step, "the repository exists by now, and is left as it is");
        }
        return outcome(step, answer);
    }

    private StepOutcome putLifecyclePolicy(Step step) throws InterruptedException {
        Answer<String> policy = lifecycles.policy(step.repository());
        if (policy instanceof Answer.Given<String>) {
            return new StepOutcome.NotNeeded(step, "there is a lifecycle policy by now, which is not replaced");
        }
        Trouble trouble = ((Answer.None<String>) policy).trouble();
        return LifecycleLook.isNone(trouble)
                ? outcome(
                        step,
                        Answer.to(() -> ecr.putLifecyclePolicy(request -> request.registryId(only(step, "registryId"))
                                .repositoryName(only(step, "repositoryName"))
                                .lifecyclePolicyText(only(step, "lifecyclePolicyText")))))
                : failed(step, trouble);
    }

    private StepOutcome fixTags(Step step) throws InterruptedException {
        Answer<Repository> repository = describe(step);
        if (repository instanceof Answer.Given<Repository> given
                && !"MUTABLE".equals(given.value().imageTagMutabilityAsString())) {
            return new StepOutcome.NotNeeded(step, TagRule.of(given.value()).words() + " by now, and stays so");
        }
        return repository instanceof Answer.None<Repository> none
                ? failed(step, none.trouble())
                : outcome(
                        step,
                        Answer.to(
                                () -> ecr.putImageTagMutability(request -> request.registryId(only(step, "registryId"))
                                        .repositoryName(only(step, "repositoryName"))
                                        .imageTagMutability(only(step, "imageTagMutability"))
                                        .imageTagMutabilityExclusionFilters(exceptions(step)))));
    }

    /** That it is on already overwrites nothing, so it is not looked at. */
    private StepOutcome scanOnPush(Step step) throws InterruptedException {
        return outcome(
                step,
                Answer.to(() ->
                        ecr.putImageScanningConfiguration(request -> request.registryId(only(step, "registryId"))
                                .repositoryName(only(step, "repositoryName"))
                                .imageScanningConfiguration(scanning -> scanning.scanOnPush(isOn(step))))));
    }

    private Answer<Repository> describe(Step step) throws InterruptedException {
        Answer<DescribeRepositoriesResponse> answer = Answer.to(() -> ecr.describeRepositories(
                request -> request.registryId(place.account()).repositoryNames(step.repository())));
        if (answer instanceof Answer.None<DescribeRepositoriesResponse> none) {
            return new Answer.None<>(none.trouble());
        }
        List<Repository> found =
                ((Answer.Given<DescribeRepositoriesResponse>) answer).value().repositories();
        return found.isEmpty() ? new Answer.None<>(RepositoryLookup.leftOut()) : new Answer.Given<>(found.get(0));
    }

    private static StepOutcome outcome(Step step, Answer<?> answer) {
        return answer instanceof Answer.None<?> none ? failed(step, none.trouble()) : new StepOutcome.Done(step);
    }

    private static StepOutcome failed(Step step, Trouble trouble) {
        return new StepOutcome.Failed(
                step,
                RepositoryPlanner.finding(
                        step.repository() + ": " + step.call() + " was not done: " + trouble.summary(), trouble));
    }

    private static @Nullable String only(Step step, String argument) {
        List<String> values = step.arguments().getOrDefault(argument, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    private static boolean isOn(Step step) {
        return "scanOnPush=true".equals(only(step, "imageScanningConfiguration"));
    }

    /** {@code filterType=WILDCARD,filter=latest}; none at all where there are none, as ECR takes no empty list. */
    private static @Nullable List<ImageTagMutabilityExclusionFilter> exceptions(Step step) {
        List<String> written = step.arguments().getOrDefault("imageTagMutabilityExclusionFilters", List.of());
        return written.isEmpty()
                ? null
                : written.stream()
                        .map(text -> ImageTagMutabilityExclusionFilter.builder()
                                .filterType("WILDCARD")
                                .filter(text.substring(text.lastIndexOf('=') + 1))
                                .build())
                        .toList();
    }
}
