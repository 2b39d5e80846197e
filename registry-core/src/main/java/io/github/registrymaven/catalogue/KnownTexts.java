package io.github.registrymaven.catalogue;

import io.github.registrymaven.diagnosis.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of how a cause is worded: for the page about it. */
public final class KnownTexts {
    private final Catalogue catalogue = Catalogue.open();

    /**
     * One way to word it.
     *
     * @param from who writes it
     * @param example a text
     * @param confidence how sure the words make it
     * @param alternatives what else is worded so
     * @param note what is special about it; null where nothing is
     */
    public record Text(
            String from,
            String example,
            Confidence confidence,
            List<Cause> alternatives,
            @Nullable String note) {}

    /** All ways, those first that name the cause. */
    public List<Text> of(Cause cause) {
        return catalogue.entries().stream()
                .filter(entry -> entry.means() == cause)
                .sorted((one, other) -> Integer.compare(one.rank(), other.rank()))
                .map(entry ->
                        new Text(entry.from(), entry.example(), entry.confidence(), entry.alternatives(), entry.note()))
                .toList();
    }
}
