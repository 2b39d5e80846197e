package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;

/** Requires that a Dockerfile does first what seldom changes, so that builds do it once and pushes send it once. */
@Named("requireLayerCacheOrder")
public final class RequireLayerCacheOrder extends DockerfilesRule {
    @Inject
    RequireLayerCacheOrder(JudgedModule module) {
        super("requireLayerCacheOrder", module);
    }
}
