package io.github.registrymaven.enforcer;

import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.report.ConsoleReport;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;

/**
 * Requires that the repository of each image is there and takes pushes, or that a push creates it. Says nothing of who may push,
 * so it holds for whoever builds.
 */
@Named("requireTargetRepositoryExists")
public final class RequireTargetRepositoryExists extends PreflightRule {
    @Inject
    RequireTargetRepositoryExists(JudgedModule module) {
        super("requireTargetRepositoryExists", module);
    }

    @Override
    Verdict verdict(ImageReport image) {
        List<Verdict> said = image.checks().stream()
                .filter(finding -> finding.stage() == Stage.REPOSITORY)
                .map(Finding::verdict)
                .collect(Collectors.toList());
        if (said.contains(Verdict.FAIL)) {
            return Verdict.FAIL;
        }
        boolean isKnown = !said.isEmpty() && !said.contains(Verdict.UNKNOWN) && !said.contains(Verdict.SKIPPED);
        return isKnown ? Verdict.PASS : Verdict.UNKNOWN;
    }

    @Override
    String told(ImageReport image) {
        return verdict(image) == Verdict.FAIL
                ? super.told(image)
                : "requireTargetRepositoryExists: whether the repository of " + image.reference()
                        + " exists was not found out: " + ConsoleReport.inOneSentence(image);
    }
}
