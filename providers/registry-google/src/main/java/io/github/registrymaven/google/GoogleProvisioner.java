package io.github.registrymaven.google;

import io.github.registrymaven.oci.Pause;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.Provisioner;
import io.github.registrymaven.provision.Step;
import io.github.registrymaven.provision.StepByStep;
import io.github.registrymaven.provision.StepOutcome;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;

/** Sets up repositories on Artifact Registry, those behind gcr.io too. Keeps nothing from one call to the next. */
public final class GoogleProvisioner implements Provisioner {
    @Override
    public boolean serves(ImageReference image) {
        return image.kind() == RegistryKind.ARTIFACT_REGISTRY || image.kind() == RegistryKind.GCR;
    }

    @Override
    public Plan plan(SurveyRequest request) throws InterruptedException {
        Entrance entrance = Entrance.of(request);
        Answer<Session> session = entrance.session();
        if (session instanceof Answer.None<Session> none) {
            return Plan.hinderedBy(
                    request.host(),
                    RepositoryPlanner.finding(
                            "what " + request.host() + " needs was not found out: "
                                    + none.trouble().summary(),
                            none.trouble()));
        }
        Api api = new Api(request.http(), entrance.destinations(), entrance.settings());
        return new RepositoryPlanner(new ArtifactRegistry(api), ((Answer.Given<Session>) session).value())
                .plan(request.host(), request.images());
    }

    @Override
    public List<StepOutcome> apply(SurveyRequest request, List<Step> steps) throws InterruptedException {
        Entrance entrance = Entrance.of(request);
        Answer<Session> session = entrance.session();
        if (session instanceof Answer.None<Session> none) {
            return steps.stream()
                    .<StepOutcome>map(step ->
                            new StepOutcome.NotTried(step, none.trouble().summary()))
                    .toList();
        }
        StepDoing doing = new StepDoing(
                new Api(request.http(), entrance.destinations(), entrance.settings()),
                ((Answer.Given<Session>) session).value(),
                Pause.real());
        return StepByStep.run(steps, doing::done);
    }
}
