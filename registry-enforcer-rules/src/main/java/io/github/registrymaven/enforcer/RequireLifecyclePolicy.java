package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** Requires that a repository deletes what is no longer needed: a policy that does, not one that is there. */
@Named("requireLifecyclePolicy")
public final class RequireLifecyclePolicy extends RepositoryRule {
    @Inject
    RequireLifecyclePolicy(
            MavenSession session, SettingsDecrypter decrypter, RepositorySystem repositories, JudgedModule module) {
        super("requireLifecyclePolicy", session, decrypter, repositories, module);
    }
}
