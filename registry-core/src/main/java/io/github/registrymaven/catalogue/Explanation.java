package io.github.registrymaven.catalogue;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param headline what to tell first, where it is not what its cause says: a predicate behind the registry's name, or, where it
 *     begins with a capital letter, a whole sentence
 */
public record Explanation(
        String source,
        Cause cause,
        Confidence confidence,
        List<Cause> alternatives,
        @Nullable String matched,
        Map<String, String> facts,
        String summary,
        List<Remedy> remedies,
        @Nullable String headline) {
    public Explanation {
        alternatives = List.copyOf(alternatives);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        remedies = List.copyOf(remedies);
    }

    /** The same with what was found out since. */
    public Explanation with(Cause found, Confidence sure, List<Cause> others, String said, List<Remedy> mends) {
        String first = found == cause ? headline : null;
        return new Explanation(source, found, sure, others, matched, facts, said, mends, first);
    }

    /** The same of an image that is known from elsewhere, where the text names none. */
    public Explanation about(@Nullable String host, @Nullable String repository, @Nullable String tag) {
        if (subject() != null || host == null || repository == null) {
            return this;
        }
        Map<String, String> known = new LinkedHashMap<>(facts);
        known.put("host", host);
        known.put("repository", repository);
        if (tag != null) {
            known.put("tag", tag);
        }
        List<Remedy> mends = KnownFacts.hasBlank(remedies) ? KnownFacts.remedies(cause, known) : remedies;
        return new Explanation(source, cause, confidence, alternatives, matched, known, summary, mends, headline);
    }

    /** What it is about, as far as the text says: {@code host/repository:tag}; null where it does not. */
    public @Nullable String subject() {
        String host = facts.get("host");
        String repository = facts.get("repository");
        if (repository == null) {
            return host;
        }
        String tag = facts.get("tag");
        return (host == null ? "" : host + "/") + repository + (tag == null ? "" : ":" + tag);
    }

    /** Whether the text tells of a failed push or pull at all. */
    public boolean isKnown() {
        return cause != Cause.UNKNOWN;
    }
}
