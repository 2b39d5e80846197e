package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** Bans registries with an administrator's login that everybody shares (Azure Container Registry). */
@Named("banRegistryAdminUser")
public final class BanRegistryAdminUser extends RepositoryRule {
    @Inject
    BanRegistryAdminUser(
            MavenSession session, SettingsDecrypter decrypter, RepositorySystem repositories, JudgedModule module) {
        super("banRegistryAdminUser", session, decrypter, repositories, module);
    }
}
