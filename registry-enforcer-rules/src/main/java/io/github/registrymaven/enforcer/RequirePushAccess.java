package io.github.registrymaven.enforcer;

import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import javax.inject.Inject;
import javax.inject.Named;

/** Requires that the registry would take the images of this build. */
@Named("requirePushAccess")
public final class RequirePushAccess extends PreflightRule {
    @Inject
    RequirePushAccess(JudgedModule module) {
        super("requirePushAccess", module);
    }

    @Override
    Verdict verdict(ImageReport image) {
        return image.verdict();
    }
}
