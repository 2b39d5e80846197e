package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.report.ConsoleReport;
import io.github.registrymaven.report.SameTrouble;
import io.github.registrymaven.session.EarlyClaim;
import io.github.registrymaven.session.SessionPreflight;
import java.util.ArrayList;
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
        News news = new News();
        SameTrouble.in(report.images()).forEach(same -> tell(same, news, console));
        List<ImageReport> broken = report.images().stream()
                .filter(image -> limit.breaks(image.verdict()))
                .collect(Collectors.toList());
        if (!broken.isEmpty()) {
            throw new MojoFailureException(summary(broken));
        }
    }

    /** The whole block once; a module that comes to the same says so in one line. */
    private void tell(SameTrouble same, News news, ConsoleReport console) {
        List<ImageReport> told = new ArrayList<>();
        for (ImageReport image : same.images()) {
            if (news.isIn(image, console)) {
                told.add(image);
            } else {
                say(
                        image,
                        false,
                        image.isWell() ? console.of(image) : ConsoleReport.inOneSentence(image) + ", as told above");
            }
        }
        if (!told.isEmpty()) {
            say(told.get(0), true, console.of(new SameTrouble(told)));
        }
    }

    /** What no other module of this build has told yet; the service that the build runs on hears of it, too. */
    private final class News {
        private final SessionPreflight preflight = new SessionPreflight(goal.session(), goal.decrypter());
        private final CiRunner runner = CiRunner.here();
        private final ImageSites sites = ImageSites.of(goal);

        boolean isIn(ImageReport image, ConsoleReport console) {
            boolean isNew = preflight.isFirstToTell(image);
            if (isNew && !(pushes && image.isWell())) {
                runner.show(image, sites);
            }
            if (isNew && goal.getLog().isDebugEnabled()) {
                goal.getLog().debug(console.details(image));
            }
            return isNew;
        }
    }

    private void say(ImageReport image, boolean isNew, String text) {
        Log log = goal.getLog();
        if (limit.breaks(image.verdict())) {
            log.error(text);
        } else if (!image.isWell()) {
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
        return which + ConsoleReport.inOneSentence(broken);
    }
}
