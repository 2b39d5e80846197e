package io.github.registrymaven.catalogue;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a text means. Holds no secret: what the text held of them is blotted out.
 *
 * @param source the file, or {@code registry.message}
 * @param cause {@link Cause#UNKNOWN} where the text is no push error, or none that is known
 * @param confidence how sure it is; of an unknown cause, that it is unknown
 * @param alternatives what else the text could mean, most probable first
 * @param matched the decisive line; null where there is none
 * @param facts names that the text gives away, by name: {@code host}, {@code repository}, {@code principal} …
 * @param summary what it means, for people
 * @param remedies what mends it, with the names of {@code facts} filled in
 */
public record Explanation(
        String source,
        Cause cause,
        Confidence confidence,
        List<Cause> alternatives,
        @Nullable String matched,
        Map<String, String> facts,
        String summary,
        List<Remedy> remedies) {
    public Explanation {
        alternatives = List.copyOf(alternatives);
        facts = Map.copyOf(facts);
        remedies = List.copyOf(remedies);
    }

    /** Whether the text tells of a failed push or pull at all. */
    public boolean isKnown() {
        return cause != Cause.UNKNOWN;
    }
}
