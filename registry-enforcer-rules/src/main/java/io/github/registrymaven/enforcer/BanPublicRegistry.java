package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** Bans repositories that others reach than those whom their owner named. */
@Named("banPublicRegistry")
public final class BanPublicRegistry extends RepositoryRule {
    @Inject
    BanPublicRegistry(
            MavenSession session, SettingsDecrypter decrypter, RepositorySystem repositories, JudgedModule module) {
        super("banPublicRegistry", session, decrypter, repositories, module);
    }
}
