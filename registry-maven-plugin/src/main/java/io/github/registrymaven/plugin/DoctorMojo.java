package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.report.ConsoleReport;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Shows every rung of the preflight for every image, passed ones too, with what was seen. Looks, and fails no build.
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public final class DoctorMojo extends AbstractPreflightMojo {
    @Inject
    DoctorMojo(
            MavenSession session, MojoExecution execution, SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(session, execution, decrypter, repositories);
    }

    @Override
    void tell(PreflightReport report, ConsoleReport console) {
        for (ImageReport image : report.images()) {
            getLog().info(console.ladder(image));
        }
        getLog().info(console.total(report));
    }
}
