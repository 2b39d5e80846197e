package io.github.registrymaven.enforcer;

import java.util.ArrayList;
import java.util.List;

/** One way in which a name breaks the rule: what is wrong, what was found, what is wanted, the change to make. */
final class NameBreach {
    private final String sentence;
    private final List<String> seen;
    private final String wanted;
    private final String change;

    NameBreach(String sentence, List<String> seen, String wanted, String change) {
        this.sentence = sentence;
        this.seen = List.copyOf(seen);
        this.wanted = wanted;
        this.change = change;
    }

    /** The breach as a block for the console: a sentence, then labelled lines. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(sentence);
        lines.add("");
        String label = "    seen      ";
        for (String line : seen) {
            lines.add(label + line);
            label = "              ";
        }
        lines.add("    wanted    " + wanted);
        lines.add("    fix       " + change);
        return String.join("\n", lines);
    }
}
