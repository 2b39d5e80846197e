package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** Requires that images are scanned for vulnerabilities, as scanning takes effect for their repository. */
@Named("requireImageScanning")
public final class RequireImageScanning extends RepositoryRule {
    @Inject
    RequireImageScanning(
            MavenSession session, SettingsDecrypter decrypter, RepositorySystem repositories, JudgedModule module) {
        super("requireImageScanning", session, decrypter, repositories, module);
    }
}
