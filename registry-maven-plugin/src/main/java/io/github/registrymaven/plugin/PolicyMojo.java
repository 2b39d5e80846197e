package io.github.registrymaven.plugin;

import io.github.registrymaven.session.ConfigurationProblem;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Judges how the repositories of the images are set up: immutable tags, lifecycle policies and what they do to the tags that
 * are pushed, scanning, encryption, exposure; and the Dockerfiles of the modules. Looks at what infrastructure as code declares, where {@code
 * registry.declaredIn} names it, and at the live repositories where images are named.
 */
@Mojo(name = "policy", requiresProject = false, threadSafe = true)
public final class PolicyMojo extends AbstractPreflightMojo {
    /**
     * How much is asked: {@code minimum}, {@code good} or {@code strict}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.policyLevel", defaultValue = "minimum")
    private String policyLevel = "minimum";

    /**
     * Files and folders of infrastructure as code: Terraform and its plans as JSON, CloudFormation, ARM, Bicep. On the command
     * line separated by commas.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.declaredIn")
    @Nullable
    private List<File> declaredIn;

    /**
     * What fails the build: {@code fail}, a rule that is broken; {@code unknown}, also what could not be found out;
     * {@code never}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.failOn", defaultValue = "fail")
    private String failOn = "fail";

    @Inject
    PolicyMojo(
            MavenSession session,
            MojoExecution execution,
            Provider<SettingsDecrypter> decrypter,
            Provider<LifecycleExecutor> lifecycle,
            Provider<RepositorySystem> repositories) {
        super(session, execution, decrypter, lifecycle, repositories);
    }

    @Override
    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        new PolicyRun(this, policyLevel, declaredIn, FailOn.of(failOn)).run();
    }
}
