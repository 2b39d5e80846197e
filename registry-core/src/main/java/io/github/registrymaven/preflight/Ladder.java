package io.github.registrymaven.preflight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rungs above the reference, lowest first. Each is judged only while those below it hold, so the first broken rung is
 * the diagnosis: one cause, not ten consequences.
 */
final class Ladder {
    private final List<Rung> rungs;

    Ladder(Clock clock) {
        rungs = List.of(
                new NetworkRung(),
                new CredentialsRung(clock),
                new RepositoryRung(),
                new PermissionRung(),
                new TagRung());
    }

    /** What was seen, judged rung by rung; what the cloud itself says stands on the same rungs. */
    List<Finding> climb(Observation seen) {
        List<Finding> findings = new ArrayList<>();
        Finding broken = null;
        for (Rung rung : rungs) {
            List<Finding> here = broken == null ? judge(rung, seen) : List.of(skipped(rung, "needs: " + broken.id()));
            findings.addAll(here);
            if (broken == null) {
                broken = here.stream()
                        .filter(Ladder::endsTheClimb)
                        .max(Comparator.comparing(Finding::verdict))
                        .orElse(null);
            }
        }
        return findings;
    }

    /** Every rung skipped for one reason, such as a build without network. */
    List<Finding> skipAll(String why) {
        return rungs.stream().map(rung -> skipped(rung, why)).toList();
    }

    private static List<Finding> judge(Rung rung, Observation seen) {
        List<Finding> here = new ArrayList<>();
        Finding own = rung.judge(seen);
        if (own != null) {
            here.add(own.took(seen.millis().getOrDefault(rung.stage(), 0L)));
        }
        seen.cloud().stream().filter(finding -> finding.stage() == rung.stage()).forEach(here::add);
        return here;
    }

    /** Without an answer from the registry nothing above can be asked; any other doubt leaves the next rung standing. */
    private static boolean endsTheClimb(Finding finding) {
        boolean nothingToStandOn = finding.verdict() == Verdict.UNKNOWN
                && (finding.stage() == Stage.NETWORK || finding.stage() == Stage.CREDENTIALS);
        return finding.verdict() == Verdict.FAIL || nothingToStandOn;
    }

    private static Finding skipped(Rung rung, String why) {
        return Finding.of(rung.id(), rung.stage(), Verdict.SKIPPED, why);
    }
}
