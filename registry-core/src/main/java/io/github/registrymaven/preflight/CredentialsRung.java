package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.oci.Grant;
import io.github.registrymaven.oci.OciErrors;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Is there a login, where does it come from, and does the registry accept it? */
final class CredentialsRung implements Rung {
    /** What keeps a cloud from giving a login to us now, and need not keep it from the push a minute later. */
    static final Set<Cause> PASSING = EnumSet.of(
            Cause.RATE_LIMITED,
            Cause.DEADLINE_EXCEEDED,
            Cause.CONNECTION_TIMEOUT,
            Cause.CONNECTION_RESET,
            Cause.REGISTRY_SERVER_ERROR,
            Cause.UNKNOWN);

    /** What keeps a file or a helper from giving one. */
    private static final Set<Cause> OF_A_PLACE = EnumSet.of(Cause.CREDENTIALS_MISSING, Cause.CREDENTIAL_HELPER_FAILED);

    private final Clock clock;
    private final JibPlainLogin jib;

    CredentialsRung(Clock clock, JibPlainLogin jib) {
        this.clock = clock;
        this.jib = jib;
    }

    @Override
    public Stage stage() {
        return Stage.CREDENTIALS;
    }

    @Override
    public String id() {
        return "login";
    }

    @Override
    public Finding judge(Observation seen) {
        if (!seen.loginWanted()) {
            return notWanted(seen);
        }
        if (seen.grant() instanceof Grant.Unreachable unreachable) {
            return serviceUnreachable(seen, unreachable);
        }
        if (seen.grant() instanceof Grant.NotAsked notAsked) {
            return unknown("no login was shown for " + seen.repository() + ": " + notAsked.why())
                    .because(Cause.UNKNOWN);
        }
        if (seen.grant() instanceof Grant.Refused refused && isTrouble(refused.answer())) {
            return trouble(seen, refused.answer());
        }
        if (seen.grant() instanceof Grant.Refused refused && !isRefusal(refused.answer())) {
            return notAnswered(seen, refused.answer());
        }
        if (seen.credential() instanceof CredentialLookup.Failed failed) {
            return lookupFailed(seen, failed);
        }
        return seen.credential() instanceof CredentialLookup.Found found ? found(seen, found.found()) : nobody(seen);
    }

    private Finding notWanted(Observation seen) {
        return seen.credential() instanceof CredentialLookup.Failed failed
                ? notNeeded(seen, failed)
                : pass(seen.image().host() + " asks for no login");
    }

    /** The registry takes the push from anyone, so a login that cannot be read breaks nothing. */
    private Finding notNeeded(Observation seen, CredentialLookup.Failed failed) {
        return warn(seen.image().host() + " needs no login, but one is set up that cannot be read")
                .seeing(failed.summary())
                .seeing(failed.evidence())
                .mendedBy(failed.remedies());
    }

    private Finding lookupFailed(Observation seen, CredentialLookup.Failed failed) {
        if (!isRefusedAsNobody(seen)) {
            return notNeeded(seen, failed);
        }
        if (OF_A_PLACE.contains(failed.cause())) {
            return fail(seen.repository() + " cannot be pushed: " + clause(failed.summary()))
                    .because(failed.cause())
                    .seeing(failed.evidence())
                    .mendedBy(failed.remedies());
        }
        Finding finding = PASSING.contains(failed.cause())
                ? unknown("no login was had for " + seen.repository() + ", which the push may well get")
                : fail(seen.repository() + " cannot be pushed: there is no login to be had");
        return finding.because(failed.cause())
                .seeing(failed.summary())
                .seeing(failed.evidence())
                .mendedBy(failed.remedies());
    }

    /** A sentence about a place, as the end of another. */
    private static String clause(String sentence) {
        String start = sentence.startsWith("The") || sentence.startsWith("Nothing")
                ? sentence.substring(0, 1).toLowerCase(Locale.ROOT)
                : sentence.substring(0, 1);
        return start + sentence.substring(1).replaceFirst("\\.$", "");
    }

    private Finding nobody(Observation seen) {
        if (!isRefusedAsNobody(seen)) {
            return pass("no login was found; the registry is asked as nobody in particular");
        }
        List<String> evidence = new ArrayList<>();
        HttpAnswer answer = refusingAnswer(seen);
        if (answer != null) {
            evidence.add(Evidence.of(methodOf(seen), answer));
        }
        seen.credential().lookedAt().forEach(place -> evidence.add("looked at " + place));
        return fail(seen.repository() + " takes no pushes without a login, and none was found")
                .because(Cause.CREDENTIALS_MISSING)
                .seeing(evidence);
    }

    private static boolean isRefusedAsNobody(Observation seen) {
        Refusal refusal = Refusal.of(seen);
        return seen.grant() instanceof Grant.NothingToShow
                || seen.grant() instanceof Grant.Refused
                || (refusal != null && refusal.stage() == Stage.CREDENTIALS);
    }

    private Finding found(Observation seen, FoundCredential found) {
        Refusal refusal = Refusal.of(seen);
        if (refusal != null && refusal.stage() == Stage.CREDENTIALS && seen.uploadAnswer() != null) {
            return rejected(seen, found, refusal.cause(), "POST", seen.uploadAnswer());
        }
        if (seen.grant() instanceof Grant.Refused refused && !isAboutPermission(refused)) {
            return rejected(seen, found, Cause.CREDENTIALS_REJECTED, "GET", refused.answer());
        }
        return accepted(seen, found);
    }

    private Finding serviceUnreachable(Observation seen, Grant.Unreachable unreachable) {
        String why = ": its token service gives no answer";
        Finding finding = seen.leavesOpen(unreachable.fault())
                ? unknown("whether " + seen.repository() + " can be pushed is not known" + why)
                : fail(seen.repository() + " cannot be pushed" + why);
        return finding.because(unreachable.fault().cause())
                .seeing(unreachable.fault().summary())
                .seeing(seen.told(unreachable.fault()));
    }

    /** The login is fine where it is accepted as long as nothing is asked of this repository. */
    static boolean isAboutPermission(Grant.Refused refused) {
        int status = refused.answer().status();
        OciErrors errors = OciErrors.of(refused.answer());
        // Google's token service knows whom it tells that the exchange failed: it is of the project that it speaks.
        return (status == 401 || status == 403)
                && (Boolean.TRUE.equals(refused.knowsUs())
                        || errors.says("insufficient scope", "may not exist", "token exchange failed"));
    }

    /** A token service that knows what it is asked refuses with these, or says that a refresh token is none (RFC 6749, 5.2). */
    private static boolean isRefusal(HttpAnswer answer) {
        OciErrors errors = OciErrors.of(answer);
        return answer.status() == 401
                || (answer.status() == 403 && !errors.html())
                || (answer.status() == 400 && (errors.hasCode("invalid_grant") || errors.hasCode("UNAUTHORIZED")));
    }

    /** It gave no token, and does not say that the login is to blame. */
    private Finding notAnswered(Observation seen, HttpAnswer answer) {
        boolean intercepted = OciErrors.of(answer).html() && (answer.status() == 200 || answer.status() == 403);
        Finding finding = intercepted
                ? fail(seen.repository() + " cannot be pushed: something else than its token service answers")
                        .because(Cause.NETWORK_RESTRICTED)
                : unknown("whether " + seen.image().host() + " accepts the login was not found out")
                        .because(Cause.UNKNOWN);
        return finding.seeing(Evidence.of("GET", answer) + ", and gave no token");
    }

    private static boolean isTrouble(HttpAnswer answer) {
        return answer.status() == 429 || answer.status() >= 500;
    }

    private Finding trouble(Observation seen, HttpAnswer answer) {
        Finding finding = answer.status() == 429
                ? unknown(seen.image().host() + " answers that it gets too many logins, twice")
                        .because(Cause.RATE_LIMITED)
                : fail(seen.repository() + " cannot be pushed: its token service answers with an error of its own")
                        .because(Cause.REGISTRY_SERVER_ERROR);
        return finding.seeing(Evidence.of("GET", answer));
    }

    private Finding rejected(Observation seen, FoundCredential found, Cause cause, String method, HttpAnswer answer) {
        boolean over = cause == Cause.CREDENTIALS_EXPIRED
                || isOver(found)
                || new Said(OciErrors.of(answer), seen.image()).thatSomethingExpired();
        String what = over ? " refuses the login: it has expired" : " refuses the login";
        return fail(seen.repository() + what)
                .because(over ? Cause.CREDENTIALS_EXPIRED : Cause.CREDENTIALS_REJECTED)
                .seeing(Evidence.of(method, answer))
                .seeing(use(found));
    }

    private Finding accepted(Observation seen, FoundCredential found) {
        if (jib.isKeptBack(seen)) {
            return warn(seen.image().host() + " accepts the login, which Jib does not send over plain http")
                    .because(Cause.HTTP_HTTPS_MISMATCH)
                    .seeing("jib-maven-plugin pushes " + seen.image().written() + ", and the system property "
                            + JibPlainLogin.PROPERTY + " is not true")
                    .seeing(use(found))
                    .mendedBy(JibPlainLogin.REMEDIES);
        }
        Identity identity = seen.identity();
        String name = identity == null ? "the login" : identity.name();
        return pass(seen.image().host() + " accepts " + name).seeing(use(found));
    }

    private List<String> use(FoundCredential found) {
        List<String> lines = new ArrayList<>();
        if (found.origin().plaintext()) {
            lines.add("the login is stored in plain text");
        }
        if (found.expires() != null) {
            lines.add((isOver(found) ? "it expired at " : "it expires at ") + found.expires());
        }
        return lines;
    }

    private boolean isOver(FoundCredential found) {
        Instant expires = found.expires();
        return expires != null && expires.isBefore(clock.instant());
    }

    private static @Nullable HttpAnswer refusingAnswer(Observation seen) {
        return seen.grant() instanceof Grant.Refused refused ? refused.answer() : seen.uploadAnswer();
    }

    private static String methodOf(Observation seen) {
        return seen.grant() instanceof Grant.Refused ? "GET" : "POST";
    }
}
