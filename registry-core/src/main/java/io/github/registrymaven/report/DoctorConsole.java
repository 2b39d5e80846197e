package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.doctor.Fact;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the doctor says of the machine, and what to do first. */
public final class DoctorConsole {
    private static final String MARGIN = " ".repeat(29);
    private static final int WIDTH = 71;

    /** The machine, one line a fact, with details of what is not well. */
    public String machine(List<Fact> facts) {
        Block block = new Block().headline("this machine");
        for (Fact fact : facts) {
            String left = String.format(Locale.ROOT, "  %-7s %-18s ", ConsoleReport.word(fact.verdict()), fact.id());
            for (String line : Wrapped.lines(fact.summary(), WIDTH)) {
                block.headline(left + line);
                left = MARGIN;
            }
            if (fact.verdict() != Verdict.PASS) {
                fact.details().stream()
                        .flatMap(detail -> Wrapped.lines(detail, WIDTH).stream())
                        .forEach(line -> block.headline(MARGIN + line));
            }
        }
        return block.text();
    }

    /**
     * What to do first: what is broken on the machine before what is broken with an image, as the one may be why of the other, and
     * only then what might be better.
     */
    public String first(List<Fact> facts, List<ImageReport> images) {
        for (Verdict bad : List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.WARN)) {
            for (Fact fact : facts) {
                if (fact.verdict() == bad && !fact.advice().isEmpty()) {
                    return said(fact.summary(), List.of(fact.advice()));
                }
            }
            for (ImageReport image : images) {
                Finding decisive = image.verdict() == bad ? image.decisive() : null;
                if (decisive != null) {
                    return said(decisive.summary(), steps(decisive));
                }
            }
        }
        boolean asked =
                images.stream().anyMatch(image -> image.verdict() == Verdict.PASS && ConsoleReport.wasAsked(image));
        return asked
                ? "do first: nothing, every push here would be taken"
                : "do first: nothing that can be known without a registry";
    }

    private static List<String> steps(Finding finding) {
        List<String> steps = new ArrayList<>();
        finding.remedies().stream().limit(1).forEach(remedy -> {
            steps.add(remedy.title());
            remedy.commands().forEach(command -> steps.add("  " + command));
            for (Remedy.File file : remedy.files()) {
                steps.add("  " + file.name() + ", as shown above");
            }
        });
        return steps;
    }

    private static String said(String what, List<String> steps) {
        Block block = new Block();
        Wrapped.lines("do first: " + what, 100).forEach(block::headline);
        steps.forEach(step -> block.headline("    " + step));
        return block.text();
    }
}
