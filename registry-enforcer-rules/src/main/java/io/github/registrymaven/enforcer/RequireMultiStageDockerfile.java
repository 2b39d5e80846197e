package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;

/** Requires that what builds the software is not shipped with it. A file of one stage that only copies what Maven has built is fine. */
@Named("requireMultiStageDockerfile")
public final class RequireMultiStageDockerfile extends DockerfilesRule {
    @Inject
    RequireMultiStageDockerfile(JudgedModule module) {
        super("requireMultiStageDockerfile", module);
    }
}
