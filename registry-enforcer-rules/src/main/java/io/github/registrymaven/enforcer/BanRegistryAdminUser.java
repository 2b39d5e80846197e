package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;

/** Bans registries with an administrator's login that everybody shares (Azure Container Registry). */
@Named("banRegistryAdminUser")
public final class BanRegistryAdminUser extends RepositoryRule {
    @Inject
    BanRegistryAdminUser(JudgedModule module) {
        super("banRegistryAdminUser", module);
    }
}
