package io.github.registrymaven.preflight;

import io.github.registrymaven.reference.RegistryKind;
import java.util.List;
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

    /** The diagnosis of an image that is not well; null where a push would be taken, or nothing was asked. */
    public @Nullable Finding trouble() {
        return verdict == Verdict.PASS || verdict == Verdict.SKIPPED ? null : decisive();
    }

    /** The same findings for an image that was found elsewhere. */
    public ImageReport foundIn(String place) {
        return new ImageReport(
                reference, kind, host, repository, tag, tagImplied, digest, place, verdict, identity, checks);
    }
}
