package io.github.registrymaven.explain;

import io.github.registrymaven.catalogue.Confidence;
import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of several causes it is. Words that are written for more than one are decided by a preflight of the same image; words
 * that name their cause stay as they are, and where the registry now says something else, both are told.
 */
public final class SecondLook {
    private SecondLook() {}

    /** What the text says, with what the registry answered. */
    public static Explanation at(Explanation words, ImageReport asked) {
        Explanation read = words.about(asked.host(), asked.repository(), asked.tag());
        Finding decisive = asked.decisive();
        Cause found = decisive == null ? null : decisive.cause();
        if (asked.verdict() == Verdict.FAIL && decisive != null && found != null) {
            if (decisive.stage() == Stage.REFERENCE) {
                return told(read, "The registry was not asked: " + sentence(decisive));
            }
            return decided(read, found, decisive);
        }
        return switch (asked.verdict()) {
            case PASS, WARN ->
                told(
                        read,
                        "Asked just now with the login that is found here, the registry would take the push: either it is "
                                + "mended since, or the push ran with another login or in another network.");
            case SKIPPED -> told(read, "The registry was not asked (offline).");
            case UNKNOWN, FAIL ->
                told(read, "The registry was asked, and it could not be found out: " + summary(decisive, asked) + ".");
        };
    }

    private static Explanation decided(Explanation read, Cause found, Finding decisive) {
        String answer = sentence(decisive);
        if (found == read.cause()) {
            return read.with(
                    found,
                    Confidence.CERTAIN,
                    List.of(),
                    read.summary() + " Asked just now, the registry says the same: " + answer,
                    remedies(read, decisive));
        }
        // Whoever got an answer had reached the registry: the words are not about what keeps it out of reach now.
        boolean answered = read.confidence() == Confidence.GUESS && decisive.stage() != Stage.NETWORK;
        boolean fits = !read.isKnown() || answered || read.alternatives().contains(found);
        if (!fits) {
            return told(read, "Asked just now, something else is broken (" + found.id() + "): " + answer);
        }
        List<Cause> others = new ArrayList<>(read.alternatives());
        others.remove(found);
        if (read.isKnown()) {
            others.add(0, read.cause());
        }
        return read.with(
                found,
                Confidence.CERTAIN,
                others,
                (read.isKnown()
                                ? "The text is written for several causes. Asked just now, the registry tells which it is: "
                                : "The text does not tell. Asked just now, the registry does: ")
                        + answer,
                remedies(read, decisive));
    }

    private static List<Remedy> remedies(Explanation read, Finding decisive) {
        return decisive.remedies().isEmpty() ? read.remedies() : decisive.remedies();
    }

    private static Explanation told(Explanation read, String said) {
        return read.with(
                read.cause(), read.confidence(), read.alternatives(), read.summary() + " " + said, read.remedies());
    }

    private static String sentence(Finding decisive) {
        String seen =
                decisive.evidence().isEmpty() ? "" : " (" + decisive.evidence().get(0) + ")";
        return decisive.summary() + seen + ".";
    }

    private static String summary(@Nullable Finding decisive, ImageReport asked) {
        return decisive == null ? asked.verdict().id() : decisive.summary();
    }
}
