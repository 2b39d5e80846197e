package io.github.registrymaven.catalogue;

import io.github.registrymaven.diagnosis.Cause;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to word a failure, as {@code catalogue.json} has it.
 *
 * @param id names it in tests
 * @param cause what it means
 * @param from who writes it, for people
 * @param says {@link Wording}s, of which one is enough
 * @param near what must stand near it, if anything: one of these; {@code @name} is a group of words
 * @param without what must not stand near it, in the same way
 * @param rank 1 where the words name the cause, 2 where they mean it, 3 where several causes are worded so, 4 for what
 *     wraps a cause that is better told elsewhere
 * @param confidence how sure the words make it
 * @param also what else is worded so, most frequent first
 * @param note what is special, a sentence for people
 * @param source where the words come from
 * @param example a text that is explained by this entry
 */
record Entry(
        String id,
        String cause,
        String from,
        List<String> says,
        @Nullable List<String> near,
        @Nullable List<String> without,
        int rank,
        Confidence confidence,
        @Nullable List<String> also,
        @Nullable String note,
        String source,
        String example) {
    private static final int NEAR = 700;

    static Cause causeOf(String id) {
        return Cause.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Cause means() {
        return causeOf(cause);
    }

    List<Cause> alternatives() {
        return also == null ? List.of() : also.stream().map(Entry::causeOf).toList();
    }

    /** Whether what stands around a place fits, too. */
    boolean fitsAround(Passage passage, int start, int end) {
        return (near == null || holds(passage.around(start, end, NEAR), near))
                && (without == null || !holds(passage.around(start, end, NEAR / 2), without));
    }

    private static boolean holds(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The same with the words of the groups that it names ({@code @registry}), in the form of a passage. */
    Entry withGroups(Map<String, List<String>> groups) {
        return new Entry(
                id,
                cause,
                from,
                says,
                near == null ? null : expanded(near, groups),
                without == null ? null : expanded(without, groups),
                rank,
                confidence,
                also,
                note,
                source,
                example);
    }

    private static List<String> expanded(List<String> words, Map<String, List<String>> groups) {
        return words.stream()
                .flatMap(word -> word.startsWith("@")
                        ? Objects.requireNonNull(groups.get(word.substring(1)), word).stream()
                        : Stream.of(word))
                .map(Passage::folded)
                .toList();
    }
}
