package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.report.ConsoleReport;
import io.github.registrymaven.session.ConfigurationProblem;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Proves, before the push, that the registry will take the images of this build: the names, the network, the login, the
 * repository, the permission and the tag. Writes nothing to the registry.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractPreflightMojo {
    /**
     * What fails the build: {@code fail}, a push that would fail; {@code unknown}, also what could not be found out;
     * {@code never}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.failOn", defaultValue = "fail")
    private String failOn = "fail";

    private final LifecycleExecutor lifecycle;

    @Inject
    CheckMojo(
            MavenSession session,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            RepositorySystem repositories,
            LifecycleExecutor lifecycle) {
        super(session, execution, decrypter, repositories);
        this.lifecycle = lifecycle;
    }

    @Override
    void tell(PreflightReport report, ConsoleReport console) throws MojoFailureException, ConfigurationProblem {
        FailOn limit = FailOn.of(failOn);
        new EarlierPush(lifecycle, session(), execution()).find().ifPresent(getLog()::warn);
        for (ImageReport image : report.images()) {
            // The whole block once; a module that comes to the same says so in one line.
            boolean atLength = image.verdict() == Verdict.PASS || preflight().isFirstToTell(image);
            String text = atLength ? console.of(image) : ConsoleReport.inOneSentence(image) + ", as told above";
            if (limit.breaks(image.verdict())) {
                getLog().error(text);
            } else if (image.verdict() == Verdict.PASS || image.verdict() == Verdict.SKIPPED) {
                getLog().info(text);
            } else {
                getLog().warn(text);
            }
        }
        List<ImageReport> broken = report.images().stream()
                .filter(image -> limit.breaks(image.verdict()))
                .collect(Collectors.toList());
        if (!broken.isEmpty()) {
            throw new MojoFailureException(summary(broken));
        }
    }

    private static String summary(List<ImageReport> broken) {
        String which =
                broken.size() == 1 ? "a push would fail: " : "pushes of " + broken.size() + " images would fail: ";
        return broken.stream().map(ConsoleReport::inOneSentence).collect(Collectors.joining("; ", which, ""));
    }
}
