package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.report.ConsoleReport;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionPreflight;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** The way of a goal through its preflight: parameters in, one call of the engine, report out. */
final class PreflightRun {
    private final AbstractPreflightMojo goal;
    private final PreflightInput input;

    PreflightRun(AbstractPreflightMojo goal) {
        this.goal = goal;
        this.input = new PreflightInput(goal);
    }

    void run(ReportTelling telling) throws ConfigurationProblem, InterruptedException, MojoFailureException {
        List<RequestedImage> requested = LocalImage.beside(goal.source, new GoalImages(goal).find(input, "to check"));
        if (requested.isEmpty()) {
            return;
        }
        ReportFiles files = input.files();
        PreflightReport report = new SessionPreflight(goal.session(), goal.decrypter(), goal.repositories())
                .run(input.request(requested));
        files.write(report, ImageSites.of(goal));
        telling.tell(report, new ConsoleReport(files.display(goal.session())));
    }
}
