package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.CauseBook;
import io.github.registrymaven.diagnosis.Facts;
import io.github.registrymaven.diagnosis.KnownNames;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.reference.ReferenceProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an image's report of what was seen: findings from the ladder, remedies from the cause book. */
final class Reporter {
    private final Ladder ladder;
    private final CauseBook book = CauseBook.open();

    Reporter(Ladder ladder) {
        this.ladder = ladder;
    }

    /**
     * Of an image that its registry was asked about.
     *
     * @param name what is said of its name
     */
    ImageReport report(RequestedImage requested, Finding name, Observation seen) {
        List<Finding> above = new ReadByTerms(requested.terms(), seen.image()).read(ladder.climb(seen.as(requested)));
        return report(requested, seen.image(), name, above, seen);
    }

    /** Of an image whose name is reason enough not to ask. */
    ImageReport reportUnseen(RequestedImage requested) {
        return reportByName(requested, null);
    }

    ImageReport reportOffline(RequestedImage requested) {
        return reportByName(requested, "offline");
    }

    /** @param reason why nothing else was asked; null where the name is the reason */
    private ImageReport reportByName(RequestedImage requested, @Nullable String reason) {
        ParsedReference parsed = ImageReference.parse(requested.reference());
        if (parsed instanceof ParsedReference.Invalid invalid) {
            return unparsed(requested, invalid.problem());
        }
        ImageReference image = ((ParsedReference.Valid) parsed).reference();
        Finding name = ReferenceCheck.of(image);
        return report(requested, image, name, ladder.skipAll(reason == null ? "needs: " + name.id() : reason), null);
    }

    /** The reference is told as the problem has it, in which a login before an {@code @} is blotted out. */
    private ImageReport unparsed(RequestedImage requested, ReferenceProblem problem) {
        Finding finding = ReferenceCheck.invalid(problem);
        List<Finding> checks = new ArrayList<>();
        checks.add(finding.mendedBy(asMeant(requested, problem)));
        checks.addAll(ladder.skipAll("needs: " + finding.id()));
        return new ImageReport(
                problem.input(), null, null, null, null, null, null, requested.foundIn(), Verdict.FAIL, null, checks);
    }

    private List<Remedy> asMeant(RequestedImage requested, ReferenceProblem problem) {
        String meant = problem.suggestion();
        return meant == null
                ? book.remedies(Cause.INVALID_IMAGE_REFERENCE, Facts.none())
                : List.of(new Remedy(
                        "Write " + meant + ", where it is named: " + requested.foundIn(), List.of(), List.of()));
    }

    private ImageReport report(
            RequestedImage requested,
            ImageReference image,
            Finding name,
            List<Finding> above,
            @Nullable Observation seen) {
        Identity identity = seen == null ? null : seen.identity();
        Facts facts = facts(image, identity, seen == null ? null : seen.reach());
        List<Finding> checks = new ArrayList<>();
        checks.add(withRemedies(name, facts));
        above.forEach(finding -> checks.add(withRemedies(finding, facts)));
        boolean tagIsOpen = requested.terms().openTag() != null;
        Verdict verdict = Verdict.worst(checks.stream().map(Finding::verdict).toList());
        return new ImageReport(
                requested.reference(),
                image.kind(),
                image.host(),
                image.repository(),
                tagIsOpen ? null : image.tag(),
                (image.tagImplied() && !tagIsOpen) ? true : null,
                image.digest(),
                requested.foundIn(),
                verdict,
                identity,
                checks);
    }

    private Finding withRemedies(Finding finding, Facts facts) {
        Cause cause = finding.cause();
        return cause == null || !finding.remedies().isEmpty() ? finding : finding.mendedBy(book.remedies(cause, facts));
    }

    static Facts facts(ImageReference image, @Nullable Identity identity, @Nullable Reach reach) {
        boolean isPlain = reach instanceof Reach.Reached reached && reached.protection() == Reach.Protection.PLAIN;
        return KnownNames.of(image)
                .with("scheme", isPlain ? "http" : null)
                .with("principal", identity == null ? null : identity.name())
                .with("origin", identity == null ? null : identity.origin());
    }
}
