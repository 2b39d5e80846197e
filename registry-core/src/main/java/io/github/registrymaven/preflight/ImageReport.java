package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.reference.RegistryKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was found out about one image, in the shape of {@code preflight.json}.
 *
 * @param reference as written
 * @param host as normalised; this and what follows is absent where the reference does not parse
 * @param foundIn where the reference was written
 * @param identity absent where the registry asked for no login or none was found
 */
public record ImageReport(
        String reference,
        @Nullable RegistryKind kind,
        @Nullable String host,
        @Nullable String repository,
        @Nullable String tag,
        @Nullable Boolean tagImplied,
        @Nullable String digest,
        String foundIn,
        Verdict verdict,
        @Nullable Identity identity,
        List<Finding> checks) {
    /** What a moment may be the reason for. */
    private static final Set<Cause> PASSING = EnumSet.of(
            Cause.RATE_LIMITED,
            Cause.DEADLINE_EXCEEDED,
            Cause.CONNECTION_RESET,
            Cause.REGISTRY_SERVER_ERROR,
            Cause.DISK_FULL);

    public ImageReport {
        checks = List.copyOf(checks);
    }

    /** The first broken rung, which is the diagnosis; null where no check has the image's own verdict. */
    public @Nullable Finding decisive() {
        return checks.stream()
                .filter(check -> check.verdict() == verdict)
                .findFirst()
                .orElse(null);
    }

    /** Whether a push would be taken, or nothing was asked. */
    public boolean isWell() {
        return verdict == Verdict.PASS || verdict == Verdict.SKIPPED;
    }

    /** The diagnosis of an image that is not well; null where a push would be taken, or nothing was asked. */
    public @Nullable Finding trouble() {
        return isWell() ? null : decisive();
    }

    /** Whether a tag that cannot be moved is there already, so that the digest of the image at hand may decide. */
    public boolean dependsOnDigest() {
        return checks.stream()
                .anyMatch(check -> check.verdict() == Verdict.UNKNOWN && check.cause() == Cause.TAG_IMMUTABLE);
    }

    /**
     * The same for a push that comes later: a failure that may have passed by then is not found out yet. An address that nothing
     * answers on is none of these: packets that a firewall drops it drops later, too.
     */
    public ImageReport ahead() {
        List<Finding> seen = checks.stream().map(ImageReport::ahead).toList();
        Verdict worst = Verdict.worst(seen.stream().map(Finding::verdict).toList());
        return new ImageReport(
                reference, kind, host, repository, tag, tagImplied, digest, foundIn, worst, identity, seen);
    }

    private static Finding ahead(Finding finding) {
        Cause cause = finding.cause();
        return cause != null && finding.verdict() == Verdict.FAIL && PASSING.contains(cause)
                ? Finding.of(finding.id(), finding.stage(), Verdict.UNKNOWN, finding.summary())
                        .because(cause)
                        .seeing(finding.evidence())
                        .seeing("the push comes later in this build, when this may have passed")
                        .mendedBy(finding.remedies())
                        .took(finding.durationMillis())
                : finding;
    }

    /** The same findings for an image that was found elsewhere. */
    public ImageReport foundIn(String place) {
        return new ImageReport(
                reference, kind, host, repository, tag, tagImplied, digest, place, verdict, identity, checks);
    }
}
