package io.github.registrymaven.provision;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Azure Container Registry, where there is nothing to set up: a repository is made by the first push to it and has no settings before
 * that. What may be absent is the registry, which costs money by the day and is never made here. Whether it is there its own host tells
 * everybody, so this needs no login and none of Azure's libraries.
 */
final class AcrProvisioner implements Provisioner {
    private static final String MADE_BY_PUSH =
            "made by its first push, and without settings of its own before that, so there is nothing to set up";

    @Override
    public boolean serves(ImageReference image) {
        return RegistryAddress.of(image) instanceof RegistryAddress.Acr;
    }

    @Override
    public Plan plan(SurveyRequest request) throws InterruptedException {
        if (request.http().reach(request.host()) instanceof Reach.Unreachable unreachable) {
            return Plan.hinderedBy(request.host(), absent(request, unreachable));
        }
        List<RepositoryPlan> plans = request.images().stream()
                .map(ImageReference::repository)
                .distinct()
                .map(name -> new RepositoryPlan(name, List.of(), List.of(MADE_BY_PUSH), List.of()))
                .toList();
        return new Plan(request.host(), plans, null);
    }

    @Override
    public List<StepOutcome> apply(SurveyRequest request, List<Step> steps) {
        return steps.stream()
                .<StepOutcome>map(
                        step -> new StepOutcome.NotTried(step, "nothing is set up on Azure Container Registry"))
                .toList();
    }

    private static Finding absent(SurveyRequest request, Reach.Unreachable unreachable) {
        List<String> seen = new ArrayList<>();
        seen.add("dialled " + unreachable.fault().dialled());
        seen.addAll(unreachable.fault().evidence());
        return Finding.of(
                        "provision",
                        Stage.REPOSITORY,
                        Verdict.UNKNOWN,
                        "whether the registry " + request.host() + " is there was not found out: "
                                + unreachable.fault().summary())
                .because(unreachable.fault().cause())
                .seeing(seen)
                .mendedBy(List.of(new Remedy(
                        "See whether there is one; it is not made here, as it costs money by the day",
                        List.of("az acr show --name " + name(request.images().get(0)) + " --output table"),
                        List.of())));
    }

    private static String name(ImageReference image) {
        return RegistryAddress.of(image) instanceof RegistryAddress.Acr acr ? acr.name() : image.host();
    }
}
