package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.report.ConsoleReport;
import io.github.registrymaven.session.EarlyClaim;
import io.github.registrymaven.session.SessionPreflight;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** What comes of a report: a line where all is well, a block where it is not, and the end of the build. */
final class CheckTelling implements ReportTelling {
    private final AbstractPreflightMojo goal;
    private final FailOn limit;
    private final boolean pushes;

    private CheckTelling(AbstractPreflightMojo goal, FailOn limit, boolean pushes) {
        this.goal = goal;
        this.limit = limit;
        this.pushes = pushes;
    }

    static CheckTelling ofCheck(AbstractPreflightMojo goal, FailOn limit) {
        return new CheckTelling(goal, limit, false);
    }

    /** Where all is well, the push that follows is the news. */
    static CheckTelling beforePush(AbstractPreflightMojo goal, FailOn limit) {
        return new CheckTelling(goal, limit, true);
    }

    @Override
    public void tell(PreflightReport report, ConsoleReport console) throws MojoFailureException {
        if (!pushes && !isToldEarly()) {
            new EarlierPush(goal.lifecycle(), goal.session(), goal.execution())
                    .find()
                    .ifPresent(goal.getLog()::warn);
        }
        report.images().forEach(image -> tell(image, console));
        List<ImageReport> broken = report.images().stream()
                .filter(image -> limit.breaks(image.verdict()))
                .collect(Collectors.toList());
        if (!broken.isEmpty()) {
            throw new MojoFailureException(summary(broken));
        }
    }

    private void tell(ImageReport image, ConsoleReport console) {
        Log log = goal.getLog();
        boolean well = image.verdict() == Verdict.PASS || image.verdict() == Verdict.SKIPPED;
        boolean isNew = new SessionPreflight(goal.session(), goal.decrypter()).isFirstToTell(image);
        if (isNew && !(pushes && well)) {
            CiRunner.here().show(image, ImageSites.of(goal));
        }
        if (isNew && log.isDebugEnabled()) {
            log.debug(console.details(image));
        }
        // The whole block once; a module that comes to the same says so in one line.
        String text = well || isNew ? console.of(image) : ConsoleReport.inOneSentence(image) + ", as told above";
        if (limit.breaks(image.verdict())) {
            log.error(text);
        } else if (!well) {
            log.warn(text);
        } else if (!pushes && (isNew || !isToldEarly())) {
            log.info(text);
        } else {
            log.debug(text);
        }
    }

    /** Whether the preflight at the start of the session has said already how things are. */
    private boolean isToldEarly() {
        return EarlyClaim.holder(goal.session()) != null;
    }

    private static String summary(List<ImageReport> broken) {
        String which =
                broken.size() == 1 ? "a push would fail: " : "pushes of " + broken.size() + " images would fail: ";
        return broken.stream().map(ConsoleReport::inOneSentence).collect(Collectors.joining("; ", which, ""));
    }
}
