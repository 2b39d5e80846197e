package io.github.registrymaven.plugin;

import io.github.registrymaven.doctor.Environment;
import io.github.registrymaven.doctor.Fact;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.report.ConsoleReport;
import io.github.registrymaven.report.DoctorConsole;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionPreflight;
import io.github.registrymaven.session.SessionSurroundings;
import io.github.registrymaven.session.UnboundPush;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** The way of {@code doctor}: the machine first, then each image rung by rung, then what to do first. */
final class DoctorRun {
    private final AbstractPreflightMojo goal;
    private final Log log;
    private final SessionPreflight preflight;
    private final DoctorConsole console = new DoctorConsole();

    DoctorRun(AbstractPreflightMojo goal) {
        this.goal = goal;
        this.log = goal.getLog();
        this.preflight = new SessionPreflight(goal.session(), goal.decrypter(), goal.repositories());
    }

    void run() throws ConfigurationProblem, InterruptedException {
        PreflightInput input = new PreflightInput(goal);
        List<RequestedImage> requested = LocalImage.beside(goal.source, input.images(this::warnOnce));
        PreflightRequest request = input.request(requested);
        List<Fact> facts = Environment.of(SessionSurroundings.of(goal.session(), goal.decrypter()), request);
        String machine = console.machine(facts);
        boolean isNew = preflight.isFirstToTell(machine);
        if (isNew) {
            log.info(machine + "\n");
        }
        if (requested.isEmpty() && !isNew) {
            log.info("no image is named or pushed here");
            return;
        }
        if (requested.isEmpty()) {
            log.info("no image is named and none is found in the plugins of this build, so no registry was asked; "
                    + "-Dregistry.images=registry.example.com/team/app:1.0 names one."
                    + UnboundPush.hint(goal.session()));
            log.info(console.first(facts, List.of()));
            return;
        }
        ReportFiles files = input.files();
        PreflightReport report = preflight.run(request);
        files.write(report, ImageSites.of(goal));
        ConsoleReport images = new ConsoleReport(files.display(goal.session()));
        for (ImageReport image : report.images()) {
            log.info((log.isDebugEnabled() ? images.details(image) : images.ladder(image)) + "\n");
        }
        log.info(images.total(report));
        log.info(console.first(facts, report.images()));
    }

    private void warnOnce(String remark) {
        if (preflight.isFirstToTell(remark)) {
            log.warn(remark);
        }
    }
}
