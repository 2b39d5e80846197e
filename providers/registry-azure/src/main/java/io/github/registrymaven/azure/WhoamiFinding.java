package io.github.registrymaven.azure;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who pushes, as far as the login tells, and as whom Azure knows this build. */
final class WhoamiFinding {
    private static final String ID = "azure-identity";

    private final Place place;
    private final Facts facts;
    private final @Nullable Login login;

    WhoamiFinding(Place place, Facts facts, @Nullable Login login) {
        this.place = place;
        this.facts = facts;
        this.login = login;
    }

    Finding of(Sight sight) {
        if (facts.caller() instanceof Caller.Known known) {
            return login == null ? withoutLogin(sight, known) : known(known, login);
        }
        Caller.Unusable caller = (Caller.Unusable) facts.caller();
        if (login == null) {
            return finding(
                            Verdict.UNKNOWN,
                            place.host() + " could not be asked as its tenant sees it: " + caller.summary())
                    .because(caller.cause())
                    .seeing(caller.evidence())
                    .seeing(otherCloud())
                    .mendedBy(caller.remedies());
        }
        if (caller.cause() == Cause.CREDENTIALS_MISSING && caller.origin() == null) {
            // A push with a login of its own needs no identity of the machine's.
            return finding(Verdict.PASS, "the push to " + place.host() + " is by " + login.words())
                    .seeing(ofLogin(login))
                    .seeing("Azure itself was not asked: " + caller.summary())
                    .seeing(caller.evidence());
        }
        return finding(Verdict.WARN, place.host() + " was asked with its login alone: " + caller.summary())
                .because(caller.cause())
                .seeing(ofLogin(login))
                .seeing(caller.evidence())
                .seeing(otherCloud())
                .mendedBy(caller.remedies());
    }

    private Finding known(Caller.Known known, Login with) {
        Who pushing = with.who();
        boolean isOther = pushing != null && isOther(pushing, known.who());
        String tenant = pushing == null ? null : pushing.tenant();
        String own = known.who().tenant();
        if (tenant != null && own != null && !tenant.equals(own)) {
            return finding(
                            Verdict.WARN,
                            place.host() + " is pushed to as one of tenant " + tenant + ", and Azure knows one of "
                                    + own)
                    .seeing(ofLogin(with))
                    .seeing(of(known));
        }
        return finding(
                        Verdict.PASS,
                        isOther
                                ? "the push is by " + with.words() + ", Azure knows this build as "
                                        + known.who().words()
                                : "Azure knows this build as " + known.who().words())
                .seeing(ofLogin(with))
                .seeing(of(known));
    }

    private static boolean isOther(Who one, Who other) {
        boolean comparable = one.clientId() != null || Boolean.TRUE.equals(one.isUser());
        return comparable && !one.isSame(other);
    }

    /** What Azure takes from this machine is no login of jib's or docker's. */
    private Finding withoutLogin(Sight sight, Caller.Known known) {
        Boolean push = facts.repository(sight.image().repository()).grantsPush();
        Finding finding = finding(
                        Verdict.WARN,
                        "Azure knows this build as " + known.who().words() + ", and no login is made of that for "
                                + place.host())
                .seeing(of(known))
                .seeing("a push looks into settings.xml, docker's config and its helpers, not at " + known.origin());
        List<String> more = switch (facts.exchange()) {
            case TAKEN, ONLY_FOR_REGISTRIES ->
                push == null
                        ? List.of("the registry takes its token")
                        : List.of("the registry takes its token, and " + (push ? "grants" : "does not grant")
                                + " a push to " + sight.image().repository());
            case REFUSED ->
                List.of(
                        "the registry refuses its token: it is of another tenant than the registry, or has no role there");
            case NOT_ASKED, UNKNOWN -> List.<String>of();
        };
        return finding.seeing(more)
                .seeing(
                        facts.exchange() == Facts.Exchange.ONLY_FOR_REGISTRIES
                                ? List.of("it refuses tokens for Resource Manager, and takes those for registries:"
                                        + " azureADAuthenticationAsArmPolicy is disabled")
                                : List.of())
                .mendedBy(List.of(new Remedy(
                        "Log in; the login lasts three hours",
                        List.of("az acr login --name " + place.name()),
                        List.of())));
    }

    private List<String> ofLogin(Login with) {
        List<String> lines = new ArrayList<>();
        lines.add("the push logs in as " + with.words() + ", from: " + with.origin());
        Who who = with.who();
        if (who != null && who.tenant() != null) {
            lines.add("the login is of tenant " + who.tenant());
        }
        return lines;
    }

    private static List<String> of(Caller.Known known) {
        List<String> lines = new ArrayList<>();
        lines.add("the identity is from: " + known.origin());
        Who who = known.who();
        lines.add((Boolean.TRUE.equals(who.isUser()) ? "user " : "service principal ") + who.name() + ", object id "
                + (who.objectId() == null ? "not told" : who.objectId()) + ", tenant "
                + (who.tenant() == null ? "not told" : who.tenant()));
        lines.addAll(known.notes());
        return lines;
    }

    private List<String> otherCloud() {
        return place.isOfAnotherCloud()
                ? List.of("AZURE_AUTHORITY_HOST is " + place.authority() + ", and " + place.host()
                        + " is of another cloud")
                : List.of();
    }

    private static Finding finding(Verdict verdict, String summary) {
        return Finding.of(ID, Stage.CREDENTIALS, verdict, summary);
    }
}
