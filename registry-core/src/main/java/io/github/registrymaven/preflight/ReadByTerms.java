package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.reference.ImageReference;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads findings by the terms on which an image is pushed. What was refused to us need not be refused to a push that logs in
 * otherwise, and what we cannot reach need not be out of reach for a daemon with proxies and certificates of its own: that
 * is no failure then, but something not found out.
 */
final class ReadByTerms {
    private static final Set<Stage> ABOUT_THE_LOGIN =
            EnumSet.of(Stage.CREDENTIALS, Stage.REPOSITORY, Stage.PERMISSION, Stage.TAG);
    /** What the registry itself said, whoever asks; any other trouble on the way is of the way. */
    private static final Set<Cause> ANSWERS = EnumSet.of(
            Cause.REGISTRY_SERVER_ERROR,
            Cause.CREDENTIALS_MISSING,
            Cause.CREDENTIALS_EXPIRED,
            Cause.CREDENTIALS_REJECTED,
            Cause.CREDENTIAL_HELPER_FAILED,
            Cause.PERMISSION_DENIED);

    private final PushTerms terms;
    private final String repository;

    ReadByTerms(PushTerms terms, ImageReference image) {
        this.terms = terms;
        this.repository = image.host() + "/" + image.repository();
    }

    List<Finding> read(List<Finding> findings) {
        return findings.stream().map(this::read).toList();
    }

    private Finding read(Finding finding) {
        if (finding.verdict() == Verdict.FAIL) {
            return readFailure(finding);
        }
        String open = terms.openTag();
        return open != null && finding.stage() == Stage.TAG && finding.verdict() != Verdict.SKIPPED
                ? Finding.of(finding.id(), Stage.TAG, Verdict.PASS, "its tag is not known before the build: " + open)
                        .notProving("the tag may be pushed")
                : finding;
    }

    private Finding readFailure(Finding finding) {
        if (terms.login() instanceof PushLogin.Unseen unseen && ABOUT_THE_LOGIN.contains(finding.stage())) {
            return doubtful(finding, unseen.why());
        }
        String carrier = terms.carrier();
        boolean onTheWay = finding.stage() == Stage.NETWORK || finding.stage() == Stage.CREDENTIALS;
        if (carrier != null && onTheWay && !isAnswer(finding)) {
            return doubtful(finding, carrier + " pushes it, and has proxies, certificates and trust of its own");
        }
        return finding;
    }

    /** A certificate that we lack, or that is refused to us, is of the way, although its cause is one of a login. */
    private static boolean isAnswer(Finding finding) {
        return finding.stage() == Stage.NETWORK
                ? finding.cause() == Cause.REGISTRY_SERVER_ERROR
                : finding.cause() != null && ANSWERS.contains(finding.cause());
    }

    private Finding doubtful(Finding finding, String why) {
        Finding unknown = Finding.of(
                finding.id(),
                finding.stage(),
                Verdict.UNKNOWN,
                "whether " + repository + " can be pushed was not found out: " + why);
        Cause cause = finding.cause();
        return (cause == null ? unknown : unknown.because(cause))
                .seeing("from here: " + finding.summary())
                .seeing(finding.evidence())
                .took(finding.durationMillis());
    }
}
