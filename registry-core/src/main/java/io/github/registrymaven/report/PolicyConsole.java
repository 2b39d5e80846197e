package io.github.registrymaven.report;

import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** What rules say of repositories, for the eyes: a line where they are kept, a block where not. */
public final class PolicyConsole {
    private static final int WIDEST_OUTCOME = Outcome.NOT_APPLICABLE.id().length();

    /** A line where the rule is kept, is unknown or has nothing to say; otherwise a block with what mends it. */
    public String of(Judgement judgement) {
        return judgement.outcome() == Outcome.FAIL ? broken(judgement) : line(judgement);
    }

    /** One line, whatever the outcome. */
    public String line(Judgement judgement) {
        return line(judgement, judgement.rule());
    }

    /** The same for rules that say the same of the same place, as all do where nothing of it could be seen. */
    public String line(List<Judgement> alike) {
        return line(alike.get(0), alike.stream().map(Judgement::rule).distinct().collect(Collectors.joining(", ")));
    }

    private static String line(Judgement judgement, String rules) {
        String outcome = judgement.outcome().id();
        return Block.harmless(outcome + " ".repeat(WIDEST_OUTCOME - outcome.length()) + "  " + rules + ": "
                + judgement.message() + " (" + judgement.location() + ")");
    }

    /** A rule that is not kept, with what was found, what was wanted and the change. */
    public String broken(Judgement judgement) {
        return broken(judgement, List.of());
    }

    /** The same, with the images of the build that it is about. */
    public String broken(Judgement judgement, List<String> images) {
        Block block = new Block()
                .headline(judgement.subject() + " " + judgement.fact())
                .emptyLine()
                .section(
                        "rule",
                        judgement.rule() + ", level " + judgement.level().id())
                .section("image", images)
                .section("where", judgement.location());
        String wanted = judgement.wanted();
        if (wanted != null) {
            block.section("wanted", wanted);
        }
        return block.remedies(judgement.remedies()).text();
    }

    /** How many rules are kept and how many not. */
    public String total(List<Judgement> judgements) {
        StringBuilder total = new StringBuilder();
        for (Outcome outcome : Outcome.values()) {
            long count = judgements.stream()
                    .filter(judgement -> judgement.outcome() == outcome)
                    .count();
            if (count > 0) {
                total.append(total.length() == 0 ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(outcome.id());
            }
        }
        return total.length() == 0 ? "nothing was judged" : total.toString();
    }
}
