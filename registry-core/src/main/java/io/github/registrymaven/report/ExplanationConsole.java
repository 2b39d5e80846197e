package io.github.registrymaven.report;

import io.github.registrymaven.catalogue.Confidence;
import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.CauseWords;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explanations for the eyes of whoever asked: what it is, what tells so, how to mend it, where to read on. */
public final class ExplanationConsole {
    private static final int WIDTH = 86;

    private final CauseWords words = CauseWords.open();
    private final Map<Cause, Integer> counts = new TreeMap<>();

    /** One text: a block, or a line where nothing is known. */
    public String of(Explanation explanation) {
        if (!explanation.isKnown() && explanation.matched() == null) {
            return Block.harmless(explanation.source() + ": " + explanation.summary());
        }
        Block block = new Block().headline(headline(explanation)).emptyLine();
        block.section("cause", Wrapped.lines(explanation.cause().id() + ", " + sure(explanation), WIDTH));
        if (explanation.matched() != null) {
            block.section("seen", Wrapped.lines(explanation.matched(), WIDTH));
        }
        block.section("in", explanation.source() + operation(explanation));
        block.section("means", Wrapped.lines(explanation.summary(), WIDTH));
        block.remedies(explanation.remedies());
        return block.section("more", Block.page(explanation.cause())).text();
    }

    /** Where the text is written for several causes, none of them is told as if it had been seen. */
    private String headline(Explanation explanation) {
        CauseWords.Words known = words.of(explanation.cause());
        String named = explanation.subject();
        String sentence;
        String special = explanation.headline();
        if (special != null && Character.isUpperCase(special.charAt(0))) {
            sentence = special;
        } else if (special == null
                && known.nameless() != null
                && !explanation.facts().containsKey("repository")) {
            sentence = known.nameless();
        } else {
            sentence = (named == null ? "The registry" : named) + " " + (special == null ? known.says() : special);
        }
        return explanation.confidence() == Confidence.GUESS ? "Probably " + inside(sentence, named) : sentence;
    }

    /** A sentence behind a word: what begins with a name keeps it as it is. */
    private static String inside(String sentence, @Nullable String named) {
        boolean begins = named != null && sentence.startsWith(named);
        return begins ? sentence : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String sure(Explanation explanation) {
        String sure = switch (explanation.confidence()) {
            case CERTAIN -> "certain";
            case LIKELY -> "likely";
            case GUESS -> "the most frequent of several causes";
        };
        boolean only = explanation.confidence() == Confidence.CERTAIN
                || explanation.alternatives().isEmpty();
        return only
                ? sure
                : sure + "; otherwise "
                        + explanation.alternatives().stream().map(Cause::id).collect(Collectors.joining(", "));
    }

    private static String operation(Explanation explanation) {
        return "pull".equals(explanation.facts().get("operation")) ? ", a pull, not the push itself" : "";
    }

    /** Notes one of many, which is told in {@link #total()}. */
    public void count(Explanation explanation) {
        counts.merge(explanation.cause(), 1, Integer::sum);
    }

    /** Whether this is the first with its cause among those that were counted. */
    public boolean isFirst(Explanation explanation) {
        return explanation.isKnown() && counts.getOrDefault(explanation.cause(), 0) == 1;
    }

    /** How many had which cause, most frequent first. */
    public String total() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int known = all - counts.getOrDefault(Cause.UNKNOWN, 0);
        Block block = new Block()
                .headline(String.format(
                        Locale.ROOT, "%d %s, %d with a failed push or pull", all, all == 1 ? "log" : "logs", known));
        counts.entrySet().stream()
                .filter(each -> each.getKey() != Cause.UNKNOWN)
                .sorted(Map.Entry.<Cause, Integer>comparingByValue().reversed())
                .forEach(each -> block.headline(String.format(
                        Locale.ROOT, "  %6d  %s", each.getValue(), each.getKey().id())));
        return block.text();
    }
}
