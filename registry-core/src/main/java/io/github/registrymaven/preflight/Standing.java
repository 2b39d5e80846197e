package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.CauseBook;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.oci.Grant;
import io.github.registrymaven.reference.ImageReference;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a push stands with a registry, judged as a preflight judges it: what a check warns of and what a push then meets is
 * one cause, told in the same words.
 */
public final class Standing {
    private static final PushTerms OURS = PushTerms.USUAL.with(new PushLogin.Ours());

    private final Observation seen;
    private final Clock clock;

    /**
     * What has been seen so far; null is what was not asked.
     *
     * @param ping the registry's settled answer to {@code GET /v2/}
     */
    public Standing(
            ImageReference image,
            Reach reach,
            @Nullable HttpOutcome ping,
            CredentialLookup credential,
            @Nullable Grant grant,
            Clock clock) {
        this.seen = new Observation(
                image, reach, ping, credential, grant, null, null, null, Probe.UPLOAD, List.of(), Map.of(), null, OURS);
        this.clock = clock;
    }

    /** {@code host/repository}, with which a sentence begins. */
    public String repository() {
        return seen.repository();
    }

    /** Who is pushing, where that is known. */
    public @Nullable Identity identity() {
        return seen.identity();
    }

    /** The lowest rung that is broken; null where nothing speaks against a push. */
    public @Nullable Finding obstacle() {
        List<Finding> findings = new Ladder(clock).climb(seen);
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL && isDecided(finding))
                .findFirst()
                .or(() -> findings.stream()
                        .filter(finding -> finding.verdict() == Verdict.UNKNOWN
                                && isDecided(finding)
                                && (finding.stage() == Stage.NETWORK || finding.stage() == Stage.CREDENTIALS))
                        .findFirst())
                .map(this::withRemedies)
                .orElse(null);
    }

    /**
     * What a token claims of its permissions is no more than a hint, and some registries show {@code /v2/} to nobody: the push
     * itself is what the registry decides about, and says so.
     */
    private boolean isDecided(Finding finding) {
        if (finding.stage() == Stage.NETWORK) {
            return !(seen.ping() instanceof HttpAnswer ping && (ping.status() == 403 || ping.status() == 404));
        }
        return finding.stage() != Stage.PERMISSION || seen.grant() instanceof Grant.Refused;
    }

    /** A request of the push that was refused; null where its answer is no refusal that a preflight knows. */
    public @Nullable Finding refused(String method, HttpAnswer answer) {
        Refusal refusal = Refusal.of(answer, seen);
        if (refusal == null) {
            return null;
        }
        Identity identity = seen.identity();
        String from = refusal.cause() == Cause.PERMISSION_DENIED
                        && refusal.reason().equals("refuses pushes")
                        && identity != null
                ? " from " + identity.name()
                : "";
        return withRemedies(failed(refusal.cause(), repository() + " " + refusal.reason() + from)
                .seeing(told(method, answer))
                .mendedBy(refusal.remedies()));
    }

    /** A request of the push that got no answer. */
    public Finding unanswered(NetworkFault fault) {
        return failing(fault.cause(), repository() + " cannot be pushed: " + fault.summary(), Evidence.of(fault));
    }

    /** Any other failure of the push, with what mends it. */
    public Finding failing(Cause cause, String summary, List<String> evidence) {
        return withRemedies(failed(cause, summary).seeing(evidence));
    }

    private static Finding failed(Cause cause, String summary) {
        return Finding.of("push", Stage.IMAGE, Verdict.FAIL, summary).because(cause);
    }

    /** An answer in one line, with the registry's own words. */
    public static String told(String method, HttpAnswer answer) {
        return Evidence.of(method, answer);
    }

    private Finding withRemedies(Finding finding) {
        Cause cause = finding.cause();
        if (cause == null || !finding.remedies().isEmpty()) {
            return finding;
        }
        List<Remedy> remedies =
                CauseBook.open().remedies(cause, Reporter.facts(seen.image(), seen.identity(), seen.reach()));
        return finding.mendedBy(remedies);
    }
}
