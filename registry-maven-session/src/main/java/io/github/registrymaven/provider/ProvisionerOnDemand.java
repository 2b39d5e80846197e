package io.github.registrymaven.provider;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.Provisioner;
import io.github.registrymaven.provision.Step;
import io.github.registrymaven.provision.StepOutcome;
import io.github.registrymaven.reference.ImageReference;
import java.util.List;
import java.util.stream.Collectors;

/** Sets up a cloud's registries by a module that comes into the build when it is wanted. */
public final class ProvisionerOnDemand implements Provisioner {
    private final Providers providers;
    private final CloudModule module;

    private ProvisionerOnDemand(Providers providers, CloudModule module) {
        this.providers = providers;
        this.module = module;
    }

    /** Every cloud that there is a module for. */
    public static List<Provisioner> all(Providers providers) {
        return CloudModule.each(module -> new ProvisionerOnDemand(providers, module));
    }

    @Override
    public boolean serves(ImageReference image) {
        return module.setsUp(image);
    }

    @Override
    public Plan plan(SurveyRequest request) throws InterruptedException {
        ProviderLookup<Provisioner> lookup = find();
        if (!(lookup instanceof ProviderLookup.Found)) {
            ProviderLookup.Missing<Provisioner> missing = (ProviderLookup.Missing<Provisioner>) lookup;
            return hindered(request, missing.reason(), missing.evidence(), missing.remedies());
        }
        Provisioner cloud = ((ProviderLookup.Found<Provisioner>) lookup).provider();
        try {
            return cloud.serves(request.images().get(0))
                    ? cloud.plan(request)
                    : hindered(
                            request,
                            module.artifactId() + " does not set up registries of this kind",
                            List.of(),
                            List.of());
        } catch (RuntimeException | LinkageError broken) {
            return hindered(request, module.artifactId() + " failed by itself", List.of(broken.toString()), List.of());
        }
    }

    @Override
    public List<StepOutcome> apply(SurveyRequest request, List<Step> steps) throws InterruptedException {
        ProviderLookup<Provisioner> lookup = find();
        if (!(lookup instanceof ProviderLookup.Found)) {
            String reason = ((ProviderLookup.Missing<Provisioner>) lookup).reason();
            return steps.stream()
                    .map(step -> new StepOutcome.NotTried(step, reason))
                    .collect(Collectors.toList());
        }
        return ((ProviderLookup.Found<Provisioner>) lookup).provider().apply(request, steps);
    }

    private ProviderLookup<Provisioner> find() {
        return providers.find(Provisioner.class, module.artifactId());
    }

    private static Plan hindered(SurveyRequest request, String reason, List<String> evidence, List<Remedy> remedies) {
        return Plan.hinderedBy(
                request.host(),
                Finding.of(
                                "provision",
                                Stage.REPOSITORY,
                                Verdict.UNKNOWN,
                                "what " + request.host() + " needs was not found out: " + reason)
                        .because(Cause.UNKNOWN)
                        .seeing(evidence)
                        .mendedBy(remedies));
    }
}
