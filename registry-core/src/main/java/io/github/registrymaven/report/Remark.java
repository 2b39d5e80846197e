package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What a code review or a scanner's dashboard shows: one thing that is not well, at its place in the user's files.
 *
 * @param rule the cause where there is one, otherwise the name of the check
 * @param subject what it is about, which with the rule makes it the same remark in the next build
 * @param details what was seen, and how to mend it
 */
record Remark(String rule, Level level, String subject, String summary, List<String> details, Site site) {
    enum Level {
        ERROR,
        WARNING
    }

    Remark {
        details = List.copyOf(details);
    }

    /** All that is not well in a report, in its order. */
    static List<Remark> in(PreflightReport report, Site.Finder sites) {
        List<Remark> remarks = new ArrayList<>();
        for (ImageReport image : report.images()) {
            remarks.addAll(about(image, sites.of(image)));
        }
        return remarks;
    }

    /** All that is not well with one image. */
    static List<Remark> about(ImageReport image, Site site) {
        List<Remark> remarks = new ArrayList<>();
        for (Finding finding : image.checks()) {
            if (finding.verdict().compareTo(Verdict.WARN) >= 0) {
                remarks.add(about(image, finding, site));
            }
        }
        return remarks;
    }

    private static Remark about(ImageReport image, Finding finding, Site site) {
        Cause cause = finding.cause();
        // A cause that is not known is no name for what is wrong; the check's own is.
        String rule = cause == null || cause == Cause.UNKNOWN ? finding.id() : cause.id();
        Level level = finding.verdict() == Verdict.FAIL ? Level.ERROR : Level.WARNING;
        return new Remark(
                Block.harmless(rule),
                level,
                Block.harmless(image.reference()),
                Block.harmless(finding.summary()),
                details(image, finding),
                site);
    }

    private static List<String> details(ImageReport image, Finding finding) {
        return new Block()
                .section("image", image.reference() + " (" + image.foundIn() + ")")
                .section("seen", finding.evidence())
                .identity(image.identity())
                .remedies(finding.remedies())
                .text()
                .lines()
                .toList();
    }
}
