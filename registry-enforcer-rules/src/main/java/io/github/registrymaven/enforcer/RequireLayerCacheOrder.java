package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Requires that a Dockerfile does first what seldom changes, so that builds do it once and pushes send it once. */
@Named("requireLayerCacheOrder")
public final class RequireLayerCacheOrder extends DockerfilesRule {
    @Inject
    RequireLayerCacheOrder(
            MavenSession session, MavenProject project, SettingsDecrypter decrypter, JudgedModule module) {
        super("requireLayerCacheOrder", session, project, decrypter, module);
    }
}
