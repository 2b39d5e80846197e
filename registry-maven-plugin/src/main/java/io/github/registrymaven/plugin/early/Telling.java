package io.github.registrymaven.plugin.early;

import io.github.registrymaven.plugin.CiRunner;
import io.github.registrymaven.plugin.ImageSites;
import io.github.registrymaven.plugin.Look;
import io.github.registrymaven.plugin.MistypedOptions;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.report.ConsoleReport;
import io.github.registrymaven.report.Dress;
import io.github.registrymaven.report.SameTrouble;
import io.github.registrymaven.session.SessionPreflight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the user is told of the early preflight, each thing once, on a thread of the build. Thread-safe. */
final class Telling {
    private final Logger log = LoggerFactory.getLogger(EarlyPreflight.class);
    private final MavenSession session;
    private final SessionPreflight preflight;
    private final ReactorImages images;
    private final EarlyReport file;
    private final AtomicBoolean faultTold = new AtomicBoolean();
    private final AtomicBoolean reasonTold = new AtomicBoolean();
    private boolean told;

    Telling(MavenSession session, SessionPreflight preflight, ReactorImages images) {
        this.session = session;
        this.preflight = preflight;
        this.images = images;
        this.file = new EarlyReport(session, images);
    }

    /** What could not be known before the build. */
    void remarks() {
        tellOnce(images.remarks());
    }

    /** Options that come to nothing. */
    void mistyped() {
        tellOnce(MistypedOptions.in(session));
    }

    private void tellOnce(Collection<String> remarks) {
        remarks.stream().filter(preflight::isFirstToTell).forEach(log::warn);
    }

    /** The whole block of what is not well, and one line for all that is. Whoever comes second waits for the first. */
    synchronized void once(Outcome outcome) {
        if (told) {
            return;
        }
        told = true;
        report(outcome);
        ConsoleReport console = new ConsoleReport(file.display());
        Dress dress = Look.of(session);
        CiRunner runner = CiRunner.here();
        ImageSites sites = images.sites(session);
        Set<ImageReport> broken = outcome.broken();
        List<ImageReport> told = new ArrayList<>();
        for (ImageReport image : outcome.report().images()) {
            if (preflight.isFirstToTell(image)) {
                runner.show(image, sites);
                if (!image.isWell()) {
                    log.debug(console.details(image));
                    told.add(image);
                }
            }
        }
        for (SameTrouble same : SameTrouble.in(told)) {
            if (same.images().stream().anyMatch(broken::contains)) {
                log.error(dress.of(console.of(same)));
            } else {
                log.warn(dress.of(console.of(same)));
            }
        }
        log.info("registry: {}", console.reactor(outcome.report(), images.isOffline()));
    }

    /** Writes the report, unless it is there. */
    void report(Outcome outcome) {
        file.write(outcome.report());
    }

    /**
     * Why a goal is not to run, or null where it may. With {@code --fail-at-end} and {@code --fail-never} Maven goes on with what
     * a failure does not touch, so there a project stops for its own images only.
     */
    @Nullable
    String reasonToStop(Outcome outcome, MojoExecution goal, MavenProject project) {
        boolean failFast = MavenExecutionRequest.REACTOR_FAIL_FAST.equals(session.getReactorFailureBehavior());
        Set<ImageReport> broken = failFast ? outcome.broken() : outcome.brokenIn(project);
        if (broken.isEmpty()) {
            return null;
        }
        String what = (broken.size() == 1 ? "a push would fail" : "pushes of " + broken.size() + " images would fail")
                + ", so the build stops before " + name(goal) + " of " + project.getArtifactId() + ": ";
        boolean isFirst = reasonTold.compareAndSet(false, true);
        return isFirst || !failFast ? what + ConsoleReport.inOneSentence(List.copyOf(broken)) : what + "as told above";
    }

    /** A fault of ours breaks no build. */
    void fault(Exception fault) {
        if (faultTold.compareAndSet(false, true)) {
            log.warn("registry: the early preflight came to nothing, for a fault of its own: {}", fault.toString());
            log.debug("the fault", fault);
        }
    }

    /** A goal as people type it, such as {@code compiler:compile}. */
    static String name(MojoExecution goal) {
        String plugin = goal.getArtifactId();
        String prefix = plugin.startsWith("maven-") && plugin.endsWith("-plugin")
                ? plugin.substring("maven-".length(), plugin.length() - "-plugin".length())
                : plugin.replaceFirst("-maven-plugin$", "");
        return prefix + ":" + goal.getGoal();
    }
}
