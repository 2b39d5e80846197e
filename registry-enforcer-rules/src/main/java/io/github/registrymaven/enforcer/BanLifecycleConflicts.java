package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** Bans lifecycle policies with rules that can never fire, or that do something else than they seem to. */
@Named("banLifecycleConflicts")
public final class BanLifecycleConflicts extends RepositoryRule {
    @Inject
    BanLifecycleConflicts(
            MavenSession session, SettingsDecrypter decrypter, RepositorySystem repositories, JudgedModule module) {
        super("banLifecycleConflicts", session, decrypter, repositories, module);
    }
}
