package io.github.registrymaven.enforcer;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** Requires that the registry would take the images of this build. */
@Named("requirePushAccess")
public final class RequirePushAccess extends PreflightRule {
    @Inject
    RequirePushAccess(
            MavenSession session, SettingsDecrypter decrypter, RepositorySystem repositories, JudgedModule module) {
        super("requirePushAccess", session, decrypter, repositories, module);
    }

    @Override
    Verdict verdict(ImageReport image) {
        return image.verdict();
    }
}
