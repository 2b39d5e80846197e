package io.github.registrymaven.policy.lifecycle;

import java.util.List;

/** A dry run tells what would be done, and does nothing. */
final class DryRun {
    private DryRun() {}

    static List<Fate> of(boolean dryRun, List<Fate> fates) {
        return dryRun ? fates.stream().map(Fate::unapplied).toList() : fates;
    }
}
