package io.github.registrymaven.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must stand near a wording, and what must not: many words are said of registries and of everything else as well.
 *
 * @param near one of these; null where none is needed
 * @param mayStandAlone whether the wording needs no company where it is most of the text, which somebody has pasted then
 * @param inSentence or one of these in its own sentence
 * @param without none of these may stand in its own sentence
 */
record Surroundings(@Nullable List<String> near, List<String> inSentence, boolean mayStandAlone, List<String> without) {
    private static final int NEAR = 700;
    /** The group whose words only say that it is about images. */
    private static final String REGISTRY = "@registry";
    /** The group whose words nobody says but who pushes or pulls. */
    private static final String PUSH = "@push";
    /** The group whose words clients of registries say between the lines. */
    private static final String CLIENT = "@client";
    /** The group of registries that everybody knows. */
    private static final String HOSTS = "@hosts";
    /** No group: that nothing else is said is company enough. */
    private static final String NOTHING = "@nothing";

    /**
     * What an entry says of it, with the words of the groups that it names ({@code @foreign}). What only says that it is about
     * images, or names one, must be in its own sentence: the next line is often of another program.
     */
    static Surroundings of(Entry entry, Map<String, List<String>> groups) {
        List<String> near = entry.near();
        List<String> without = entry.without() == null ? List.of() : expanded(entry.without(), groups);
        if (near == null) {
            return new Surroundings(null, List.of(), false, without);
        }
        boolean isOfImages = near.contains(REGISTRY) || near.contains(PUSH);
        List<String> around =
                near.stream().filter(word -> !word.equals(REGISTRY)).toList();
        return new Surroundings(
                expanded(near.contains(REGISTRY) ? with(with(around, PUSH), CLIENT) : around, groups),
                isOfImages ? expanded(with(near, HOSTS), groups) : List.of(),
                near.contains(REGISTRY) || near.contains(NOTHING),
                without);
    }

    private static List<String> with(List<String> words, String more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }

    /** Whether what stands there is of images: said of a push or pull, or of a registry by the words themselves. */
    static boolean areOfImages(Reading reading, Wording.Fit fit, Map<String, List<String>> groups) {
        Passage passage = reading.passage();
        int limit = reading.nextPush(fit.start());
        return NearWords.stand(passage.around(fit.start(), fit.end(), NEAR, limit), expanded(List.of(PUSH), groups))
                || NearWords.stand(
                        passage.around(fit.start(), fit.end(), 0), expanded(List.of(REGISTRY, HOSTS), groups));
    }

    /**
     * Whether it stands there as it must.
     *
     * @param done up to where everything has succeeded, so that it is no company
     */
    boolean fit(Passage passage, int start, int end, int done) {
        boolean company = near == null
                || (mayStandAlone && passage.isLittleMoreThan(start, end))
                || NearWords.stand(passage.step(Math.min(done, start), start, end, NEAR), near)
                || (!inSentence.isEmpty() && NearWords.stand(passage.sentence(start, end, NEAR), inSentence));
        return company && (without.isEmpty() || !holds(passage.sentence(start, end, NEAR), without));
    }

    private static boolean holds(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> expanded(List<String> words, Map<String, List<String>> groups) {
        return words.stream()
                .filter(word -> !word.equals(NOTHING))
                .flatMap(word -> word.startsWith("@")
                        ? Objects.requireNonNull(groups.get(word.substring(1)), word).stream()
                        : Stream.of(word))
                .map(Passage::folded)
                .toList();
    }
}
