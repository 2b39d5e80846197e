package io.github.registrymaven.enforcer;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState.Source;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One way in which a name breaks the rule: what is wrong, what was found, what is wanted, the change to make. */
final class NameBreach {
    private final String written;
    private final String fact;
    private final List<String> seen;
    private final String wanted;
    private final String change;

    NameBreach(String written, String fact, List<String> seen, String wanted, String change) {
        this.written = written;
        this.fact = fact;
        this.seen = List.copyOf(seen);
        this.wanted = wanted;
        this.change = change;
    }

    /** The breach as a block for the console: a sentence, then labelled lines. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("'" + written + "' " + fact);
        lines.add("");
        lines.add("    rule      " + RequireImageNameFormat.NAME);
        String label = "    seen      ";
        for (String line : seen) {
            lines.add(label + line);
            label = "              ";
        }
        lines.add("    wanted    " + wanted);
        lines.add("    fix       " + change);
        return String.join("\n", lines);
    }

    /** The same for reports. */
    Judgement judgement(String foundIn) {
        return new Judgement(
                RequireImageNameFormat.NAME,
                written,
                foundIn,
                Source.DECLARED,
                Outcome.FAIL,
                PolicyLevel.MINIMUM,
                fact,
                wanted,
                List.of(new Remedy(
                        change.substring(0, 1).toUpperCase(Locale.ROOT) + change.substring(1), List.of(), List.of())));
    }
}
