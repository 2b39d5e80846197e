package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.session.ConfigurationProblem;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.project.MavenProject;

/** What the {@code check} goal would do in one project. */
public final class ConfiguredCheck {
    private final MavenProject project;
    private final CheckMojo goal;
    private final PreflightInput input;
    private final FailOn limit;

    ConfiguredCheck(MavenProject project, CheckMojo goal) throws ConfigurationProblem {
        this.project = project;
        this.goal = goal;
        this.input = new PreflightInput(goal);
        this.limit = goal.limit();
    }

    public MavenProject project() {
        return project;
    }

    public boolean isSkipped() {
        return goal.skip;
    }

    /** The images that it would check, as far as they are known before the build. */
    public List<RequestedImage> images(Consumer<String> remarks) throws ConfigurationProblem {
        return input.imagesSoFar(remarks);
    }

    public PreflightRequest request(List<RequestedImage> images) throws ConfigurationProblem {
        return input.request(images);
    }

    /** Whether what was found out about an image fails the build here. */
    public boolean breaks(ImageReport image) {
        return limit.breaks(image.verdict());
    }

    /** Where its reports go. */
    public ReportFiles files() throws ConfigurationProblem {
        return input.files();
    }
}
