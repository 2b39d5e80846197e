package io.github.registrymaven.plugin;

import io.github.registrymaven.push.PushFailure;
import io.github.registrymaven.push.PushReport;
import io.github.registrymaven.push.PushedImage;
import io.github.registrymaven.report.PushConsole;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** What comes of a push: a line where it arrived, a block and the end of the build where not, and properties for other goals. */
final class PushTelling {
    private static final String DIGEST = "registry.pushed.digest";
    private static final String IMAGE = "registry.pushed.image";

    private final PushMojo goal;

    PushTelling(PushMojo goal) {
        this.goal = goal;
    }

    void tell(PushReport report, ReportFiles files) throws MojoFailureException {
        PushConsole console = new PushConsole(files.displayPush(goal.session()));
        for (PushedImage image : report.images()) {
            PushFailure failure = image.failure();
            if (failure != null) {
                goal.getLog().error(console.of(image));
                throw new MojoFailureException("the push failed: " + failure.summary() + " ("
                        + failure.cause().id() + ")");
            }
            goal.getLog().info(console.of(image));
        }
        leaveProperties(report.images().get(0));
    }

    private void leaveProperties(PushedImage image) {
        MavenProject project = goal.session().getCurrentProject();
        if (project != null && image.digest() != null) {
            project.getProperties().setProperty(DIGEST, image.digest());
            project.getProperties().setProperty(IMAGE, image.host() + "/" + image.repository() + "@" + image.digest());
        }
    }
}
