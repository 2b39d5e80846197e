package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;

/** Bans repositories that others reach than those whom their owner named. */
@Named("banPublicRegistry")
public final class BanPublicRegistry extends RepositoryRule {
    @Inject
    BanPublicRegistry(JudgedModule module) {
        super("banPublicRegistry", module);
    }
}
