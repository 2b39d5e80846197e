package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;

/** Requires that a repository deletes what is no longer needed: a policy that does, not one that is there. */
@Named("requireLifecyclePolicy")
public final class RequireLifecyclePolicy extends RepositoryRule {
    @Inject
    RequireLifecyclePolicy(JudgedModule module) {
        super("requireLifecyclePolicy", module);
    }
}
