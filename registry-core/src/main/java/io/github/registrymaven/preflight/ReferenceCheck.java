package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.NamingRemark;
import io.github.registrymaven.reference.NamingRules;
import io.github.registrymaven.reference.ReferenceProblem;
import java.util.ArrayList;
import java.util.List;

/** The lowest rung: is it a name, does it fit its registry's own rules, does it mean what it seems to mean? */
final class ReferenceCheck {
    private static final String ID = "image-name";

    private ReferenceCheck() {}

    /** The text is no reference at all. */
    static Finding invalid(ReferenceProblem problem) {
        return Finding.of(
                        ID,
                        Stage.REFERENCE,
                        Verdict.FAIL,
                        problem.marked().get(0) + " is no image reference: " + problem.message())
                .because(Cause.INVALID_IMAGE_REFERENCE)
                .seeing(shown(problem));
    }

    /** The text is a reference; whether its registry takes such a name is another question. */
    static Finding of(ImageReference image) {
        List<NamingRemark> remarks = NamingRules.check(image);
        NamingRemark worst = remarks.stream()
                .filter(remark -> remark.level() == NamingRemark.Level.FAIL)
                .findFirst()
                .orElse(remarks.isEmpty() ? null : remarks.get(0));
        if (worst == null) {
            return Finding.of(ID, Stage.REFERENCE, Verdict.PASS, "a name that " + image.host() + " takes")
                    .seeing("it means " + image.canonical());
        }
        boolean fails = worst.level() == NamingRemark.Level.FAIL;
        Finding finding = Finding.of(
                ID,
                Stage.REFERENCE,
                fails ? Verdict.FAIL : Verdict.WARN,
                image.written() + ": " + worst.problem().message());
        for (NamingRemark remark : remarks) {
            finding = finding.seeing(shown(remark.problem()));
        }
        return fails ? finding.because(Cause.INVALID_IMAGE_REFERENCE) : finding;
    }

    private static List<String> shown(ReferenceProblem problem) {
        List<String> lines = new ArrayList<>(problem.marked());
        lines.add("expected there: " + problem.expected());
        if (problem.suggestion() != null) {
            lines.add("probably meant: " + problem.suggestion());
        }
        return lines;
    }
}
