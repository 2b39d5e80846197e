package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;

/** Bans lifecycle policies with rules that can never fire, or that do something else than they seem to. */
@Named("banLifecycleConflicts")
public final class BanLifecycleConflicts extends RepositoryRule {
    @Inject
    BanLifecycleConflicts(JudgedModule module) {
        super("banLifecycleConflicts", module);
    }
}
