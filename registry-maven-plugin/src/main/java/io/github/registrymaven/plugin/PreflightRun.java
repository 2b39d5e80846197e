package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.report.ConsoleReport;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionPreflight;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** The way of a goal through its preflight: parameters in, one call of the engine, report out. */
final class PreflightRun {
    private final AbstractPreflightMojo goal;
    private final PreflightInput input;
    private final SessionPreflight preflight;

    PreflightRun(AbstractPreflightMojo goal) {
        this.goal = goal;
        this.input = new PreflightInput(goal);
        this.preflight = new SessionPreflight(goal.session(), goal.decrypter());
    }

    void run(ReportTelling telling) throws ConfigurationProblem, InterruptedException, MojoFailureException {
        List<RequestedImage> requested = LocalImage.beside(goal.source, input.images(this::warnOnce));
        if (requested.isEmpty()) {
            nothingToCheck();
            return;
        }
        ReportFiles files = input.files();
        PreflightReport report = new SessionPreflight(goal.session(), goal.decrypter(), goal.repositories())
                .run(input.request(requested));
        files.write(report, ImageSites.of(goal));
        telling.tell(report, new ConsoleReport(files.display(goal.session())));
    }

    /** A build that was asked to check, and has nothing to check, is a mistake; a module without an image is not. */
    private void nothingToCheck() throws ConfigurationProblem {
        List<MavenProject> projects = goal.session().getProjects();
        boolean isOneOfMany = projects != null && projects.size() > 1;
        if (goal.execution().getSource() == MojoExecution.Source.CLI && !isOneOfMany) {
            throw new ConfigurationProblem(
                    "no image is named and none is found in the plugins of this build, so there is nothing to check. "
                            + "Name it: -Dregistry.images=registry.example.com/team/app:1.0, "
                            + "or <images> in the plugin's configuration");
        }
        goal.getLog().info("no image is named or pushed here: nothing to check");
    }

    /** What all modules of a build would say is said by the first. */
    private void warnOnce(String remark) {
        if (preflight.isFirstToTell(remark)) {
            goal.getLog().warn(remark);
        }
    }
}
