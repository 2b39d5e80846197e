package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.Provisioner;
import io.github.registrymaven.provision.Step;
import io.github.registrymaven.provision.StepByStep;
import io.github.registrymaven.provision.StepOutcome;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Sets up repositories on Amazon ECR. Keeps nothing from one call to the next. */
public final class AwsProvisioner implements Provisioner {
    @Override
    public boolean serves(ImageReference image) {
        return image.kind() == RegistryKind.ECR;
    }

    @Override
    public Plan plan(SurveyRequest request) throws InterruptedException {
        Access access = Access.to(request);
        if (!(access instanceof Access.Open open)) {
            Access.Shut shut = (Access.Shut) access;
            return Plan.hinderedBy(request.host(), WhoamiFinding.of(shut.place(), shut.why()));
        }
        Finding obstacle = obstacle(open);
        if (obstacle != null) {
            return Plan.hinderedBy(request.host(), obstacle);
        }
        try (EcrClient ecr = open.clients().ecr(open.caller().provider())) {
            return new RepositoryPlanner(open.place(), ecr, request.machine().clock()).plan(request.images());
        }
    }

    @Override
    public List<StepOutcome> apply(SurveyRequest request, List<Step> steps) throws InterruptedException {
        Access access = Access.to(request);
        if (!(access instanceof Access.Open open)) {
            String why = ((Access.Shut) access).why().summary();
            return steps.stream()
                    .<StepOutcome>map(step -> new StepOutcome.NotTried(step, why))
                    .toList();
        }
        try (EcrClient ecr = open.clients().ecr(open.caller().provider())) {
            StepDoing doing = new StepDoing(open.place(), ecr);
            return StepByStep.run(steps, doing::done);
        }
    }

    /** A registry is set up by its own account; no policy of a repository allows it to another. */
    private static @Nullable Finding obstacle(Access.Open open) throws InterruptedException {
        Place place = open.place();
        Caller.Known caller = open.caller();
        try (StsClient sts = open.clients().sts(caller.provider())) {
            Answer<GetCallerIdentityResponse> whoami = Answer.to(sts::getCallerIdentity);
            if (whoami instanceof Answer.None<GetCallerIdentityResponse> none) {
                return WhoamiFinding.of(place, caller, none.trouble(), open.settings());
            }
            GetCallerIdentityResponse who = ((Answer.Given<GetCallerIdentityResponse>) whoami).value();
            return place.account().equals(who.account())
                    ? null
                    : Finding.of(
                                    "provision",
                                    Stage.REPOSITORY,
                                    Verdict.UNKNOWN,
                                    place.host() + " is set up by account " + place.account()
                                            + ", and AWS knows this build as one of " + who.account())
                            .because(Cause.PERMISSION_DENIED)
                            .seeing(
                                    "sts:GetCallerIdentity says " + who.arn(),
                                    "the credentials are from: " + caller.origin())
                            .mendedBy(List.of(new Remedy(
                                    "Run it with credentials of account " + place.account(), List.of(), List.of())));
        }
    }
}
