package io.github.registrymaven.plugin;

import io.github.registrymaven.image.ImageSource;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Preflight;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.provider.LoginOnDemand;
import io.github.registrymaven.provider.Providers;
import io.github.registrymaven.push.Push;
import io.github.registrymaven.push.PushReport;
import io.github.registrymaven.push.PushRequest;
import io.github.registrymaven.report.ConsoleReport;
import io.github.registrymaven.report.ProgressPrinter;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionPreflight;
import io.github.registrymaven.session.SessionSurroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** The way of a push: find the image, see whether it is there already, ask whether it would be taken, push, tell. */
final class PushRun {
    private final PushMojo goal;
    private final FailOn limit;
    private final PreflightInput input;

    PushRun(PushMojo goal, FailOn limit) {
        this.goal = goal;
        this.limit = limit;
        this.input = new PreflightInput(goal);
    }

    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        List<RequestedImage> requested = input.named();
        if (requested.isEmpty()) {
            nothingToPush();
            return;
        }
        if (isOnlyAParent()) {
            goal.getLog().info("packaging is pom, so there is no artifact to make an image of: nothing to push");
            return;
        }
        ReportFiles files = input.files();
        PreflightRequest request = input.request(requested);
        Path source = new PushSource(goal).find(request, files);
        if (request.offline()) {
            throw new ConfigurationProblem(
                    "Maven is offline, so " + requested.get(0).reference()
                            + " cannot be pushed. Run without --offline, or leave the push out: -Dregistry.skip");
        }
        PushReport report;
        try (ImageSource image = LocalImage.open(source)) {
            report = push(image, request, files);
        } catch (IOException left) {
            throw new ConfigurationProblem(source + " cannot be closed: " + left.getMessage(), left);
        }
        files.write(report);
        new PushTelling(goal).tell(report, files);
    }

    private PushReport push(ImageSource image, PreflightRequest request, ReportFiles files)
            throws ConfigurationProblem, InterruptedException, MojoFailureException {
        Surroundings surroundings = SessionSurroundings.of(goal.session(), goal.decrypter())
                .loggingInWith(LoginOnDemand.all(Providers.of(goal.session(), goal.repositories())));
        boolean wellNamed =
                Preflight.offline(request.images(), surroundings.machine().clock())
                                .verdict()
                        != Verdict.FAIL;
        if (!wellNamed) {
            check(image, request, files);
        }
        PushRequest order = new PushRequest(
                image,
                // What the preflight said of a name that is none breaks the build, unless failOn is never.
                GoalImages.references(request.images()),
                request.server(),
                request.insecureRegistries(),
                request.endpoints(),
                request.profiles(),
                request.requestTimeout());
        try (ProgressPrinter progress = new Terminal(goal.session(), goal.getLog()).progress();
                Push push = Push.open(order, surroundings, progress)) {
            Optional<PushReport> unchanged = wellNamed ? push.unchanged() : Optional.empty();
            if (unchanged.isPresent()) {
                return unchanged.get();
            }
            if (wellNamed) {
                push.lookAhead();
                check(image, request, files);
            }
            return push.run();
        }
    }

    /** Ends the build where the push would fail. */
    private void check(ImageSource image, PreflightRequest request, ReportFiles files)
            throws ConfigurationProblem, InterruptedException, MojoFailureException {
        SessionPreflight preflight = new SessionPreflight(goal.session(), goal.decrypter(), goal.repositories());
        PreflightReport report = preflight.run(request);
        // Asked without the digest at first, as the early check asks, whose answer then holds for the push.
        if (report.images().stream().anyMatch(ImageReport::dependsOnDigest)) {
            report = preflight.run(request.only(LocalImage.beside(image, request.images())));
        }
        files.write(report, ImageSites.of(goal));
        CheckTelling.beforePush(goal, limit).tell(report, new ConsoleReport(files.display(goal.session())));
    }

    /** A parent that its modules inherit the push from, as jib skips it. Whoever types the goal wants something pushed. */
    private boolean isOnlyAParent() {
        MavenProject project = goal.session().getCurrentProject();
        return goal.source == null
                && !TypedGoal.is(goal.execution())
                && project != null
                && "pom".equals(project.getPackaging())
                && (TypedGoal.isOneOfMany(goal.session())
                        || !project.getModules().isEmpty());
    }

    /** A build that was asked to push, and has nowhere to push to, is a mistake; a module without an image is not. */
    private void nothingToPush() throws ConfigurationProblem {
        if (!TypedGoal.is(goal.execution())) {
            goal.getLog().info("no image is named here: nothing to push");
            return;
        }
        if (TypedGoal.isOneOfMany(goal.session())) {
            throw new ConfigurationProblem("no image is named in "
                    + goal.session().getCurrentProject().getArtifactId()
                    + ", and Maven runs a goal that is typed there only, not in its modules. Bind push to a phase in the "
                    + "modules that name an image, and run that phase");
        }
        throw new ConfigurationProblem("no image is named, so there is nowhere to push to. "
                + "Name it: -Dregistry.images=registry.example.com/team/app:1.0, "
                + "or <images> in the plugin's configuration");
    }
}
