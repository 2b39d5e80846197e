package io.github.registrymaven.catalogue;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One way to word a failure, as {@code catalogue.json} has it.
 *
 * @param id names it in tests
 * @param cause what it means
 * @param from who writes it, for people
 * @param kind of the registry that it is from, where it is from no other
 * @param says {@link Wording}s, of which one is enough; absent where it has statuses only
 * @param statuses of answers, each in every {@linkplain StatusWords way to write it}: as good as one that it says
 * @param near what must stand near it, if anything: one of these; {@code @name} is a group of words
 * @param without what must not stand near it, in the same way
 * @param rank 1 where the words name the cause, 2 where they mean it, 3 where several causes are worded so, 4 for what
 *     wraps a cause that is better told elsewhere
 * @param confidence how sure the words make it
 * @param also what else is worded so, most frequent first
 * @param headline what is told first instead of what its cause says: a predicate behind the registry's name, or, where it begins with
 *     a capital letter, a whole sentence
 * @param note what is special, a sentence for people
 * @param fixes what mends it, in place of what mends most of its cause, a sentence each
 * @param source where the words come from
 * @param example a text that is explained by this entry
 */
record Entry(
        String id,
        String cause,
        String from,
        @Nullable String kind,
        @Nullable List<String> says,
        @Nullable List<Integer> statuses,
        @Nullable List<String> near,
        @Nullable List<String> without,
        int rank,
        Confidence confidence,
        @Nullable List<String> also,
        @Nullable String headline,
        @Nullable String note,
        @Nullable List<String> fixes,
        String source,
        String example) {
    /** What it says in words. */
    List<Wording> wordings() {
        return says == null ? List.of() : says.stream().map(Wording::of).toList();
    }

    /** What it says in numbers. */
    List<Wording> statusWordings() {
        return statuses == null
                ? List.of()
                : statuses.stream()
                        .flatMap(status -> StatusWords.of(status).stream())
                        .map(Wording::of)
                        .toList();
    }

    static Cause causeOf(String id) {
        return Cause.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Cause means() {
        return causeOf(cause);
    }

    /** The kind of registry to be taken for granted where the text names none. */
    RegistryKind usualKind() {
        for (RegistryKind each : RegistryKind.values()) {
            if (each.id().equals(kind)) {
                return each;
            }
        }
        return RegistryKind.GENERIC;
    }

    List<Cause> alternatives() {
        return also == null ? List.of() : also.stream().map(Entry::causeOf).toList();
    }
}
