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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an image's report of what was seen: findings from the ladder, remedies from the cause book. */
final class Reporter {
    private final Ladder ladder;
    private final CauseBook book = CauseBook.open();

    Reporter(Ladder ladder) {
        this.ladder = ladder;
    }

    ImageReport report(RequestedImage requested, Map<ImageReference, Observation> observations) {
        ParsedReference parsed = ImageReference.parse(requested.reference());
        if (parsed instanceof ParsedReference.Invalid invalid) {
            return unparsed(requested, invalid.problem());
        }
        ImageReference image = ((ParsedReference.Valid) parsed).reference();
        Finding name = ReferenceCheck.of(image);
        Observation seen = observations.get(image);
        List<Finding> above = seen == null ? ladder.skipAll("needs: " + name.id()) : ladder.climb(seen.as(requested));
        List<Finding> read = new ReadByTerms(requested.terms(), image).read(above);
        return report(requested, image, name, read, seen);
    }

    ImageReport reportOffline(RequestedImage requested) {
        ParsedReference parsed = ImageReference.parse(requested.reference());
        if (parsed instanceof ParsedReference.Invalid invalid) {
            return unparsed(requested, invalid.problem());
        }
        ImageReference image = ((ParsedReference.Valid) parsed).reference();
        return report(requested, image, ReferenceCheck.of(image), ladder.skipAll("offline"), null);
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
