package io.github.registrymaven.plugin;

import io.github.registrymaven.dockerfile.ReadDockerfile;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.dockerfile.DockerfileRule;
import io.github.registrymaven.policy.dockerfile.DockerfileRules;
import io.github.registrymaven.policy.dockerfile.DockerfileTerms;
import io.github.registrymaven.policy.rules.Drift;
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
import io.github.registrymaven.session.SessionDeclared;
import io.github.registrymaven.session.SessionDockerfiles;
import io.github.registrymaven.session.SessionStates;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The way of the rules: images and declarations in, what each rule says of each repository out. */
final class PolicyRun {
    private static final String REPORT = "policy.json";

    private final AbstractPreflightMojo goal;
    private final PreflightInput input;
    private final PolicyLevel level;
    private final List<File> declaredIn;
    private final FailOn limit;
    private final StateRules rules = new StateRules();
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
        Map<File, MavenProject> dockerfiles = dockerfiles();
        if (images.isEmpty() && declaredIn.isEmpty() && dockerfiles.isEmpty()) {
            nothingToJudge();
            return;
        }
        refuseMissing();
        ReportFiles files = input.files();
        MovingTags references = new MovingTags(level, List.of(), List.of());
        images.forEach(image -> judgements.add(references.judge(image.reference(), image.foundIn())));
        Map<RepositoryState, List<ImageReference>> declared = declared(images);
        declared.forEach(this::judge);
        dockerfiles.forEach(this::judge);
        if (goal.session().isOffline()) {
            goal.getLog().info("offline: no cloud was asked, and live repositories are not judged");
        } else {
            Map<RepositoryState, List<ImageReference>> live = new SessionStates(
                            goal.session(), goal.decrypter(), goal.repositories())
                    .byRepository(input.request(images));
            live.forEach(this::judge);
            warnOfDrift(declared, live);
        }
        files.write(REPORT, new PolicyJson().write(judgements));
        tell(files.display(goal.session(), REPORT));
    }

    private Map<File, MavenProject> dockerfiles() {
        Map<File, MavenProject> dockerfiles = new LinkedHashMap<>();
        for (MavenProject module : FoundImages.projects(goal.session(), goal.execution())) {
            SessionDockerfiles.of(module).forEach(file -> dockerfiles.put(file, module));
        }
        return dockerfiles;
    }

    /** Whoever types the goal means something; a module that inherits it may have nothing of the kind. */
    private void nothingToJudge() throws ConfigurationProblem {
        if (TypedGoal.is(goal.execution())) {
            throw new ConfigurationProblem("no image is named and none is found in the plugins of this build, "
                    + "registry.declaredIn names no file and there is no Dockerfile, so there is nothing to judge. "
                    + "Name an image: -Dregistry.images=registry.example.com/team/app:1.0");
        }
        goal.getLog().info("no image is named or pushed here, and there is no Dockerfile: nothing to judge");
    }

    /**
     * A slip of whoever types a path would leave nothing to judge, and look like success. In a POM the path may be one that only
     * some modules have.
     */
    private void refuseMissing() throws ConfigurationProblem {
        MavenProject module = goal.session().getCurrentProject();
        boolean isTyped = goal.session().getUserProperties().containsKey("registry.declaredIn");
        if (!isTyped || (module != null && !module.isExecutionRoot())) {
            return;
        }
        for (File path : declaredIn) {
            if (!path.exists()) {
                throw new ConfigurationProblem(
                        "registry.declaredIn names " + path + ", and there is no such file or folder");
            }
        }
    }

    private Map<RepositoryState, List<ImageReference>> declared(List<RequestedImage> images) {
        if (declaredIn.isEmpty()) {
            return Map.of();
        }
        SessionDeclared declared = new SessionDeclared(goal.session());
        declared.in(declaredIn).problems().forEach(problem -> goal.getLog().warn(problem.toString()));
        List<ImageReference> references = new ArrayList<>();
        for (RequestedImage image : images) {
            ParsedReference parsed = ImageReference.parse(image.reference());
            if (parsed instanceof ParsedReference.Valid) {
                references.add(((ParsedReference.Valid) parsed).reference());
            }
        }
        Map<RepositoryState, List<ImageReference>> governing = declared.governing(declaredIn, references);
        for (ImageReference reference : references) {
            if (governing.values().stream().noneMatch(governed -> governed.contains(reference))) {
                goal.getLog().info("nothing that is declared is known to govern " + reference.written());
            }
        }
        return governing;
    }

    private void judge(RepositoryState state, List<ImageReference> images) {
        Terms terms = images.isEmpty() ? Terms.of(level) : Terms.of(level).pushing(Pushes.of(images, 1));
        for (StateRule rule : rules.all()) {
            judgements.add(rule.judge(state, terms));
        }
    }

    private void judge(File dockerfile, MavenProject module) {
        ReadDockerfile read = new SessionDockerfiles(goal.session()).read(dockerfile);
        DockerfileTerms terms =
                new DockerfileTerms(level, null, Set.of(), SessionDockerfiles.hasIgnoreFile(dockerfile, module));
        for (DockerfileRule rule : DockerfileRules.all()) {
            judgements.addAll(DockerfileRules.judge(rule, read, terms));
        }
    }

    /** What governs the same image is the same repository. */
    private void warnOfDrift(
            Map<RepositoryState, List<ImageReference>> declared, Map<RepositoryState, List<ImageReference>> live) {
        declared.forEach((written, itsImages) -> live.forEach((seen, images) -> {
            if (!Collections.disjoint(itsImages, images)) {
                Drift.between(written, seen).forEach(goal.getLog()::warn);
            }
        }));
    }

    private void tell(String details) throws MojoFailureException {
        PolicyConsole console = new PolicyConsole();
        boolean broken = false;
        Map<List<String>, List<Judgement>> unsure = new LinkedHashMap<>();
        for (Judgement judgement : judgements) {
            boolean fails = judgement.outcome() == Outcome.FAIL && limit != FailOn.NEVER;
            broken |= fails || (judgement.outcome() == Outcome.UNKNOWN && limit == FailOn.UNKNOWN);
            if (fails) {
                goal.getLog().error(console.of(judgement));
            } else if (judgement.outcome() == Outcome.FAIL) {
                goal.getLog().warn(console.of(judgement));
            } else if (judgement.outcome() == Outcome.UNKNOWN) {
                unsure.computeIfAbsent(List.of(judgement.location(), judgement.message()), first -> new ArrayList<>())
                        .add(judgement);
            } else {
                goal.getLog().info(console.of(judgement));
            }
        }
        unsure.values().forEach(alike -> goal.getLog().warn(console.line(alike)));
        String total = console.total(judgements) + "; all in " + details;
        goal.getLog().info(total);
        if (broken) {
            throw new MojoFailureException("rules are broken at level " + level.id() + ": " + total);
        }
    }
}
