package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Requires that what builds the software is not shipped with it. A file of one stage that only copies what Maven has built is fine. */
@Named("requireMultiStageDockerfile")
public final class RequireMultiStageDockerfile extends DockerfilesRule {
    @Inject
    RequireMultiStageDockerfile(
            MavenSession session, MavenProject project, SettingsDecrypter decrypter, JudgedModule module) {
        super("requireMultiStageDockerfile", session, project, decrypter, module);
    }
}
