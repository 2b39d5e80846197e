package io.github.registrymaven.azure;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.oci.OciErrors;
import io.github.registrymaven.preflight.CloudLogin;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Logins for Azure Container Registry, made of the identity that Azure knows this machine by, as {@code az acr login} makes them:
 * a refresh token of that one registry, which lasts three hours. Keeps nothing.
 *
 * @see <a href="https://github.com/Azure/acr/blob/main/docs/AAD-OAuth.md">AAD-OAuth.md</a>
 */
public final class AzureLogin implements CloudLogin {
    private static final String ORIGIN = "Azure, with the identity from ";

    /** Whether a login was made here, and so is the caller's own. */
    static boolean made(CredentialLookup lookup) {
        return lookup instanceof CredentialLookup.Found found
                && found.found().origin().description().startsWith(ORIGIN);
    }

    @Override
    public boolean serves(ImageReference image) {
        return image.kind() == RegistryKind.ACR;
    }

    @Override
    public CredentialLookup login(SurveyRequest request) throws InterruptedException {
        Place place = Place.of(request.images().get(0), request.machine());
        Ways ways = new Ways(request.http(), request.endpoints());
        Caller caller = new CallerChain(place, request.machine(), ways, true).find();
        if (caller instanceof Caller.Unusable unusable) {
            return refused(unusable);
        }
        Caller.Known known = (Caller.Known) caller;
        Reach reach = request.http().reach(place.host());
        if (reach instanceof Reach.Unreachable unreachable) {
            return none(
                    known,
                    place,
                    unreachable.fault().cause(),
                    unreachable.fault().summary(),
                    List.of(),
                    List.of());
        }
        Reach.Reached reached = (Reach.Reached) reach;
        // Only where the registry asks for logins by token is there a token service to ask.
        return reached.ping().status() == 401
                ? login(known, place, Exchanged.at(new Door(place.host(), reached.base(), ways), known))
                : unasked(known, place, reached.ping());
    }

    private static CredentialLookup refused(Caller.Unusable caller) {
        List<String> lookedAt = List.of("Azure: " + caller.summary());
        return caller.origin() == null
                ? new CredentialLookup.None(lookedAt)
                : new CredentialLookup.Failed(
                        caller.cause(), caller.summary(), caller.evidence(), caller.remedies(), lookedAt);
    }

    private static CredentialLookup unasked(Caller.Known known, Place place, HttpAnswer ping) {
        return ping.status() == 403
                ? none(
                        known,
                        place,
                        Cause.NETWORK_RESTRICTED,
                        "it refuses every request from here",
                        List.of("GET /v2/ answered 403 " + OciErrors.of(ping).entries()),
                        List.of())
                : new CredentialLookup.None(List.of(ORIGIN + known.origin() + ": " + place.host()
                        + " asks for no login, GET /v2/ answered " + ping.status()));
    }

    private static CredentialLookup login(Caller.Known known, Place place, Exchanged exchanged) {
        if (exchanged.login() != null) {
            Secret token = exchanged.login().token();
            String origin = ORIGIN + known.origin();
            return new CredentialLookup.Found(
                    new FoundCredential(
                            new Credential.Password(Place.NULL_GUID, token),
                            new CredentialOrigin(origin, null, null, false),
                            Login.ofToken(token.reveal(), origin).expires()),
                    List.of(origin));
        }
        Reply.None refusal = exchanged.refusal();
        if (exchanged.how() == Facts.Exchange.REFUSED && refusal != null) {
            return none(
                    known,
                    place,
                    Cause.CREDENTIALS_REJECTED,
                    "it refuses the token of " + known.who().words(),
                    List.of(
                            refusal.words(),
                            "its identity is of another tenant than the registry, or has no role there",
                            "it is of tenant "
                                    + (known.who().tenant() == null
                                            ? "unknown"
                                            : known.who().tenant())),
                    roles(known, place));
        }
        return none(
                known,
                place,
                refusal == null || refusal.status() == 403 ? Cause.UNKNOWN : refusal.cause(),
                refusal == null ? "its answer holds no token" : "it exchanges no token",
                refusal == null ? List.of() : List.of(refusal.words()),
                List.of());
    }

    private static List<Remedy> roles(Caller.Known known, Place place) {
        String objectId = known.who().objectId();
        return objectId == null
                ? List.of()
                : List.of(new Remedy(
                        "See which roles it has on this registry",
                        List.of("az role assignment list --assignee " + objectId
                                + " --include-inherited --scope $(az acr" + " show --name " + place.name()
                                + " --query id --output tsv)"),
                        List.of()));
    }

    private static CredentialLookup none(
            Caller.Known known, Place place, Cause cause, String why, List<String> evidence, List<Remedy> remedies) {
        List<String> seen = new ArrayList<>(evidence);
        seen.add("the identity is from: " + known.origin());
        String summary = place.host() + " gives no login: " + why;
        return new CredentialLookup.Failed(
                cause, summary, seen, remedies, List.of(ORIGIN + known.origin() + ": " + summary));
    }
}
