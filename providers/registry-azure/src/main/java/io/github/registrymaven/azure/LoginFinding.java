package io.github.registrymaven.azure;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the registry refuses a login: it says <em>authentication required</em> whatever is wrong. Made only where it was
 * refused, so it names a cause and never makes a failure.
 */
final class LoginFinding {
    private static final List<String> ASKED_BEFORE_DOCKERS = List.of("settings.xml", "auth.json", "-maven-plugin");

    private final Place place;
    private final Facts facts;
    private final Clock clock;

    LoginFinding(Place place, Facts facts, Clock clock) {
        this.place = place;
        this.facts = facts;
        this.clock = clock;
    }

    /** Null where the login was not refused. */
    @Nullable
    Finding of(Sight sight, @Nullable Login login) {
        HttpAnswer refusal = sight.refusal();
        if (refusal == null || refusal.status() != 401 || login == null || login.kind() == Login.Kind.OPAQUE) {
            return null;
        }
        String name = sight.image().name();
        Finding finding = switch (login.kind()) {
            case ENTRA -> ofEntra(name, login);
            case ADMIN -> ofAdmin(name, login);
            case APPLICATION -> ofApplication(name, login);
            default -> ofScoped(name, login);
        };
        return finding.seeing("the registry's token service answered 401", "the login is from: " + login.origin());
    }

    /** How one logs in anew is the same for every refused login, and goes by where this one is from: the book has it. */
    private Finding ofEntra(String name, Login login) {
        String of = login.registry();
        if (of != null && !of.equalsIgnoreCase(place.host())) {
            return fail(Cause.CREDENTIALS_REJECTED, name + " refuses the login: it is for " + of);
        }
        Instant expires = login.expires();
        if (expires != null && expires.isBefore(clock.instant())) {
            return fail(Cause.CREDENTIALS_EXPIRED, name + " refuses the login: it has expired")
                    .seeing("it expired at " + expires);
        }
        return fail(Cause.CREDENTIALS_REJECTED, name + " refuses the login, a token of Entra's")
                .seeing(
                        of == null
                                ? "it does not say which registry it is for: it is none of ACR's refresh tokens"
                                : "it is for this registry and has not expired; its user may have lost every role here");
    }

    private Finding ofAdmin(String name, Login login) {
        RegistrySeen.Shown shown = facts.shown();
        Boolean on = shown == null ? null : shown.properties().flag("adminUserEnabled");
        Remedy instead = asYourself(login);
        if (Boolean.FALSE.equals(on)) {
            return fail(Cause.ADMIN_USER_DISABLED, name + " refuses the login: the administrator's is switched off")
                    .seeing("adminUserEnabled is false, says Resource Manager")
                    .mendedBy(List.of(
                            instead,
                            new Remedy(
                                    "Or switch it on",
                                    List.of("az acr update --name " + place.name() + " --admin-enabled true"),
                                    List.of())));
        }
        return fail(Cause.CREDENTIALS_REJECTED, name + " refuses the login of its administrator")
                .seeing(
                        on == null
                                ? "either the administrator's login is switched off or its password is another: Azure did"
                                        + " not tell which"
                                : "adminUserEnabled is true, says Resource Manager, so the password is another")
                .mendedBy(List.of(
                        instead,
                        new Remedy(
                                on == null ? "Or see whether it is on" : "Or read the password that it has now",
                                List.of(
                                        on == null
                                                ? "az acr show --name " + place.name() + " --query adminUserEnabled"
                                                : "az acr credential show --name " + place.name()),
                                List.of())));
    }

    /** {@code az acr login} writes into docker's config, and another place may be asked before that. */
    private Remedy asYourself(Login login) {
        String command = "az acr login --name " + place.name();
        return ASKED_BEFORE_DOCKERS.stream().anyMatch(login.origin()::contains)
                ? new Remedy(
                        "Log in as yourself instead, for three hours: the user name " + Place.NULL_GUID
                                + ", and the password that this prints",
                        List.of(command + " --expose-token --output tsv --query accessToken"),
                        List.of())
                : new Remedy(
                        "Log in as yourself instead: an administrator's password is everybody's",
                        List.of(command),
                        List.of());
    }

    /** The registry does not tell the four ways apart in which an application fails; Entra did, where it is the same one. */
    private Finding ofApplication(String name, Login login) {
        if (facts.caller() instanceof Caller.Unusable caller && login.name().equalsIgnoreCase(caller.clientId())) {
            return fail(caller.cause(), name + " refuses the login: " + caller.summary())
                    .seeing("Entra was asked for the same application: " + caller.summary())
                    .seeing(caller.evidence())
                    .mendedBy(caller.remedies());
        }
        Who who = login.who();
        if (who != null && facts.caller() instanceof Caller.Known known && who.isSame(known.who())) {
            return fail(Cause.CREDENTIALS_REJECTED, name + " refuses the login of the application " + login.name())
                    .seeing(
                            "Entra takes the credentials from: " + known.origin(),
                            "so the secret of the push is another than that, or the registry is of another tenant than "
                                    + known.who().tenant())
                    .mendedBy(List.of(EntraRemedies.secret(login.name())));
        }
        return fail(Cause.CREDENTIALS_REJECTED, name + " refuses the login of the application " + login.name())
                .seeing("its secret is wrong or has expired, or it is of another tenant than the registry")
                .mendedBy(List.of(
                        new Remedy(
                                "See when its secrets end",
                                List.of("az ad app credential list --id " + login.name()
                                        + " --query \"[].{ends:endDateTime,hint:hint}\""),
                                List.of()),
                        EntraRemedies.secret(login.name())));
    }

    private Finding ofScoped(String name, Login login) {
        List<String> seen = new ArrayList<>();
        if (login.name().equalsIgnoreCase(place.host()) || login.name().contains("@")) {
            seen.add(
                    "a login of ACR's is the registry's name for its administrator, an application's id, or the name of a"
                            + " token; none of them looks like this");
        } else {
            seen.add("the token's password is wrong or has expired, or the token was disabled or deleted");
        }
        return fail(Cause.CREDENTIALS_REJECTED, name + " refuses the login " + Json.plain(login.name()))
                .seeing(seen)
                .mendedBy(List.of(new Remedy(
                        "See the registry's tokens, and make a new password for this one",
                        List.of(
                                "az acr token list --registry " + place.name() + " --output table",
                                "az acr token credential generate --registry " + place.name()
                                        + " --name NAME --password1"),
                        List.of())));
    }

    private static Finding fail(Cause cause, String summary) {
        return Finding.of("login", Stage.CREDENTIALS, Verdict.FAIL, summary).because(cause);
    }
}
