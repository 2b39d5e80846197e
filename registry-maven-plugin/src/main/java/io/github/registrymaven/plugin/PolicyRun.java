package io.github.registrymaven.plugin;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.lifecycle.Pushed;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.MovingTags;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.policy.rules.Pushes;
import io.github.registrymaven.policy.rules.StateRule;
import io.github.registrymaven.policy.rules.StateRules;
import io.github.registrymaven.policy.rules.Terms;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.report.PolicyConsole;
import io.github.registrymaven.report.PolicyJson;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionStates;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The way of the rules: images and declarations in, what each rule says of each repository out. */
final class PolicyRun {
    private static final String REPORT = "policy.json";

    private final AbstractPreflightMojo goal;
    private final PreflightInput input;
    private final PolicyLevel level;
    private final List<File> declaredIn;
    private final FailOn limit;
    private final List<Judgement> judgements = new ArrayList<>();

    PolicyRun(AbstractPreflightMojo goal, String level, @Nullable List<File> declaredIn, FailOn limit)
            throws ConfigurationProblem {
        PolicyLevel known = PolicyLevel.of(level);
        if (known == null) {
            throw new ConfigurationProblem("registry.policyLevel is '" + level + "'; it takes minimum, good or strict");
        }
        this.goal = goal;
        this.input = new PreflightInput(goal);
        this.level = known;
        this.declaredIn = declaredIn == null ? List.of() : List.copyOf(declaredIn);
        this.limit = limit;
    }

    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        List<RequestedImage> images = input.images(goal.getLog()::warn);
        if (images.isEmpty() && declaredIn.isEmpty()) {
            throw new ConfigurationProblem("no image is named and none is found in the plugins of this build, and "
                    + "registry.declaredIn names no file, so there is nothing to judge. "
                    + "Name an image: -Dregistry.images=registry.example.com/team/app:1.0");
        }
        ReportFiles files = input.files();
        MovingTags references = new MovingTags(level, List.of(), List.of());
        images.forEach(image -> judgements.add(references.judge(image.reference(), image.foundIn())));
        if (goal.session().isOffline()) {
            goal.getLog().info("offline: no cloud was asked, and live repositories are not judged");
        } else {
            judgeLive(
                    new SessionStates(goal.session(), goal.decrypter(), goal.repositories()).of(input.request(images)));
        }
        files.write(REPORT, new PolicyJson().write(judgements));
        tell(files.display(goal.session(), REPORT));
    }

    private void judgeLive(Map<RequestedImage, RepositoryState> states) {
        Map<RepositoryState, List<ImageReference>> byRepository = new LinkedHashMap<>();
        states.forEach((image, state) -> {
            ParsedReference parsed = ImageReference.parse(image.reference());
            if (parsed instanceof ParsedReference.Valid) {
                byRepository
                        .computeIfAbsent(state, one -> new ArrayList<>())
                        .add(((ParsedReference.Valid) parsed).reference());
            }
        });
        byRepository.forEach((state, images) -> judge(state, Pushes.of(images, 1)));
    }

    private void judge(RepositoryState state, @Nullable Pushed pushed) {
        Terms terms = pushed == null ? Terms.of(level) : Terms.of(level).pushing(pushed);
        for (StateRule rule : StateRules.all()) {
            judgements.add(rule.judge(state, terms));
        }
    }

    private void tell(String details) throws MojoFailureException {
        PolicyConsole console = new PolicyConsole();
        boolean broken = false;
        for (Judgement judgement : judgements) {
            boolean fails = judgement.outcome() == Outcome.FAIL && limit != FailOn.NEVER;
            boolean unsure = judgement.outcome() == Outcome.UNKNOWN && limit == FailOn.UNKNOWN;
            broken |= fails || unsure;
            if (fails) {
                goal.getLog().error(console.of(judgement));
            } else if (judgement.outcome() == Outcome.FAIL || judgement.outcome() == Outcome.UNKNOWN) {
                goal.getLog().warn(console.of(judgement));
            } else {
                goal.getLog().info(console.of(judgement));
            }
        }
        String total = console.total(judgements) + "; all in " + details;
        goal.getLog().info(total);
        if (broken) {
            throw new MojoFailureException("rules are broken at level " + level.id() + ": " + total);
        }
    }
}
