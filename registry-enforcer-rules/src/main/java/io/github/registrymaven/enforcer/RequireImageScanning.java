package io.github.registrymaven.enforcer;

import javax.inject.Inject;
import javax.inject.Named;

/** Requires that images are scanned for vulnerabilities, as scanning takes effect for their repository. */
@Named("requireImageScanning")
public final class RequireImageScanning extends RepositoryRule {
    @Inject
    RequireImageScanning(JudgedModule module) {
        super("requireImageScanning", module);
    }
}
