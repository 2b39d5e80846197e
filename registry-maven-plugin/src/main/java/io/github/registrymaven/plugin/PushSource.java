package io.github.registrymaven.plugin;

import io.github.registrymaven.artifact.ImageBuild;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.ProxiesUnknownToJvm;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.provider.Providers;
import io.github.registrymaven.push.PushFailure;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.report.PushConsole;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.SessionCredentials;
import io.github.registrymaven.session.SessionSurroundings;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** What is pushed: the image that the user names, or one of the project's own artifact, built here. */
final class PushSource {
    private final PushMojo goal;

    PushSource(PushMojo goal) {
        this.goal = goal;
    }

    /** Where the image lies. Building it fails the build with what mends it. */
    Path find(PreflightRequest request, ReportFiles files)
            throws ConfigurationProblem, InterruptedException, MojoFailureException {
        if (goal.source != null) {
            return goal.source.toPath();
        }
        ImageBuild build = build(request, files.folder());
        if (build instanceof ImageBuild.Built) {
            return ((ImageBuild.Built) build).layout();
        }
        ImageBuild.NotBuilt not = (ImageBuild.NotBuilt) build;
        String reference = request.images().get(0).reference();
        goal.getLog()
                .error(PushConsole.notBuilt(
                        reference, new PushFailure(not.cause(), not.summary(), not.evidence(), not.remedies())));
        throw new MojoFailureException("there is no image to push to " + reference + ": " + not.summary());
    }

    private ImageBuild build(PreflightRequest request, Path folder) throws ConfigurationProblem, InterruptedException {
        MavenProject project = goal.session().getCurrentProject();
        if (project == null || project.getFile() == null || "pom".equals(project.getPackaging())) {
            throw new ConfigurationProblem("there is no artifact here to make an image of. Name what to push: "
                    + "registry.source, a docker-archive or an OCI layout");
        }
        ArtifactLayers layers = new ArtifactLayers(project, goal.session().getProjects());
        ArtifactPlan plan = new ArtifactPlan(project, layers, goal.artifact());
        Surroundings surroundings = SessionSurroundings.of(goal.session(), goal.decrypter());
        NetworkOptions network = surroundings.network(request.insecureRegistries(), Map.of(), request.requestTimeout());
        ImageBuild build = new ArtifactImage(
                        Providers.of(goal.session(), goal.repositories()),
                        SessionCredentials.of(goal.session(), goal.decrypter(), goal.baseImageServerId),
                        request.insecureRegistries(),
                        request.offline(),
                        surroundings.hasProxies() ? new ProxiesUnknownToJvm(network) : null)
                .build(
                        plan,
                        folder,
                        goal.layerCache == null ? folder.resolve("jib") : goal.layerCache.toPath(),
                        goal.getLog()::info);
        ImageReference base = plan.base();
        return base != null && build instanceof ImageBuild.NotBuilt
                ? new UnusableProxy(network).seen((ImageBuild.NotBuilt) build, base.host())
                : build;
    }
}
