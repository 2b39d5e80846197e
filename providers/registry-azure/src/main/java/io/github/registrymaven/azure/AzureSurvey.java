package io.github.registrymaven.azure;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.HeldTag;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Azure answered about one registry, judged image by image. */
final class AzureSurvey implements Survey {
    private final Place place;
    private final Facts facts;
    private final Clock clock;
    private final long millis;

    /** @param millis how long the questions took, which are asked for all images together */
    AzureSurvey(Place place, Facts facts, Clock clock, long millis) {
        this.place = place;
        this.facts = facts;
        this.clock = clock;
        this.millis = millis;
    }

    /** An upload that is not finished makes no repository here. */
    @Override
    public boolean mayOpenUpload(ImageReference image) {
        return true;
    }

    @Override
    public List<Finding> findings(Sight sight) {
        Login login = Login.of(sight.credential(), place);
        return Stream.of(
                        new ReachFinding(place, facts).of(sight),
                        new WhoamiFinding(place, facts, login).of(sight).took(millis),
                        new LoginFinding(place, facts, clock).of(sight, login),
                        new PermissionFinding(place, facts, login).of(sight),
                        tag(sight))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Null where the registry did not show whether something is locked. */
    private @Nullable Finding tag(Sight sight) {
        RepositorySeen seen = facts.repository(sight.image().repository());
        Boolean whole = seen.locked();
        String tag = sight.image().tag();
        if (tag == null || whole == null || sight.manifest() == null) {
            return null;
        }
        if (whole && sight.manifest().status() == 404) {
            return Finding.of(
                            "tag",
                            Stage.TAG,
                            Verdict.UNKNOWN,
                            sight.image().name() + " is locked: whether it takes a new tag is not documented")
                    .because(Cause.TAG_IMMUTABLE)
                    .seeing("writeEnabled of the repository is false")
                    .mendedBy(List.of(LockRemedies.repository(place, sight.image())));
        }
        Boolean one = seen.lockedTags().get(tag);
        if (one == null && !whole && sight.manifest().status() != 404) {
            return null;
        }
        boolean held = whole || Boolean.TRUE.equals(one);
        Finding finding = HeldTag.of(
                sight,
                held,
                whole
                        ? "writeEnabled of the repository is false"
                        : "writeEnabled of the " + (one == null ? "repository is true" : "tag is " + !one),
                "ACR");
        return finding == null || !held
                ? finding
                : finding.mendedBy(List.of(
                        whole
                                ? LockRemedies.repository(place, sight.image())
                                : LockRemedies.tag(place, sight.image())));
    }
}
