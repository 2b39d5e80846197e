package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.provider.Providers;
import io.github.registrymaven.provider.ProvisionerOnDemand;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.Provisioning;
import io.github.registrymaven.provision.RepositoryPlan;
import io.github.registrymaven.provision.StepOutcome;
import io.github.registrymaven.report.ProvisionConsole;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionSurroundings;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The way of a provisioning: plan, show, and where it is wanted do, and say what was done and what was not. */
final class ProvisionRun {
    private final ProvisionMojo goal;
    private final PreflightInput input;
    private final boolean apply;

    ProvisionRun(ProvisionMojo goal, boolean apply) {
        this.goal = goal;
        this.input = new PreflightInput(goal);
        this.apply = apply;
    }

    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        List<RequestedImage> images = new GoalImages(goal).find(input, "to set up");
        if (images.isEmpty()) {
            return;
        }
        GoalImages.references(images);
        PreflightRequest request = input.request(images);
        if (request.offline()) {
            throw new ConfigurationProblem("Maven is offline, so no cloud can be asked what "
                    + images.get(0).reference() + " needs. Run without --offline, or leave it out: -Dregistry.skip");
        }
        try (Provisioning provisioning = Provisioning.of(
                request,
                SessionSurroundings.of(goal.session(), goal.decrypter()),
                ProvisionerOnDemand.all(Providers.of(goal.session(), goal.repositories())))) {
            List<Plan> plans = provisioning.plan();
            Finding obstacle = show(plans);
            if (apply) {
                apply(provisioning, plans);
            } else {
                goal.getLog().info(ProvisionConsole.total(plans));
            }
            if (obstacle != null) {
                throw new MojoFailureException(obstacle.summary());
            }
        }
    }

    /** The first that keeps a plan from being made, where one should be. */
    private @Nullable Finding show(List<Plan> plans) {
        Finding first = null;
        for (Plan plan : plans) {
            Finding obstacle = plan.obstacle();
            if (obstacle != null && obstacle.verdict() == Verdict.SKIPPED) {
                goal.getLog().warn(ProvisionConsole.of(obstacle));
            } else if (obstacle != null) {
                goal.getLog().error(ProvisionConsole.of(obstacle));
                first = first == null ? obstacle : first;
            }
            for (RepositoryPlan repository : plan.repositories()) {
                if (repository.unseen().isEmpty()) {
                    goal.getLog().info(ProvisionConsole.of(plan, repository));
                } else {
                    goal.getLog().warn(ProvisionConsole.of(plan, repository));
                }
            }
        }
        return first;
    }

    private void apply(Provisioning provisioning, List<Plan> plans) throws InterruptedException, MojoFailureException {
        List<StepOutcome> outcomes = new ArrayList<>();
        for (Plan plan : plans) {
            List<StepOutcome> done = provisioning.apply(plan);
            done.forEach(this::tell);
            outcomes.addAll(done);
        }
        if (outcomes.stream().anyMatch(ProvisionRun::isOpen)) {
            throw new MojoFailureException(
                    "the repositories are not as they should be: " + ProvisionConsole.done(outcomes));
        }
        goal.getLog().info(outcomes.isEmpty() ? ProvisionConsole.total(plans) : ProvisionConsole.done(outcomes));
    }

    private void tell(StepOutcome outcome) {
        if (isOpen(outcome)) {
            goal.getLog().error(ProvisionConsole.of(outcome));
        } else {
            goal.getLog().info(ProvisionConsole.of(outcome));
        }
    }

    private static boolean isOpen(StepOutcome outcome) {
        return outcome instanceof StepOutcome.Failed || outcome instanceof StepOutcome.NotTried;
    }
}
