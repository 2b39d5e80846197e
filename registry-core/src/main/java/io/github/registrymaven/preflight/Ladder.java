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
        this(clock, JibPlainLogin.ofThisJvm());
    }

    Ladder(Clock clock, JibPlainLogin jib) {
        rungs = List.of(
                new NetworkRung(),
                new CredentialsRung(clock, jib),
                new RepositoryRung(),
                new PermissionRung(),
                new TagRung());
    }

    /** What was seen, judged rung by rung; what the cloud itself says stands on the same rungs. */
    List<Finding> climb(Observation seen) {
        List<Finding> findings = new ArrayList<>();
        List<Finding> cloud = seen.cloud();
        Finding broken = null;
        for (Rung rung : rungs) {
            List<Finding> here =
                    broken == null ? judge(rung, seen, cloud) : List.of(skipped(rung, "needs: " + broken.id()));
            findings.addAll(here);
            if (broken == null) {
                broken = here.stream()
                        .filter(finding -> endsTheClimb(finding, rung))
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

    private static List<Finding> judge(Rung rung, Observation seen, List<Finding> cloud) {
        List<Finding> here = new ArrayList<>();
        long millis = seen.millis().getOrDefault(rung.stage(), 0L);
        List<Finding> beside = new ArrayList<>(cloud);
        beside.removeIf(finding -> finding.stage() != rung.stage());
        Finding own = rung.judge(seen);
        if (own != null && beside.stream().noneMatch(finding -> finding.id().equals(own.id()))) {
            here.add(own.took(millis));
        }
        for (Finding finding : beside) {
            here.add(finding.id().equals(rung.id()) ? finding.took(millis) : finding);
        }
        return here;
    }

    /**
     * Without an answer from the registry nothing above can be asked; any other doubt leaves the next rung standing, and so
     * does a cloud that could not be asked.
     */
    private static boolean endsTheClimb(Finding finding, Rung rung) {
        boolean nothingToStandOn = finding.verdict() == Verdict.UNKNOWN
                && finding.id().equals(rung.id())
                && (finding.stage() == Stage.NETWORK || finding.stage() == Stage.CREDENTIALS);
        return finding.verdict() == Verdict.FAIL || nothingToStandOn;
    }

    private static Finding skipped(Rung rung, String why) {
        return Finding.of(rung.id(), rung.stage(), Verdict.SKIPPED, why);
    }
}
