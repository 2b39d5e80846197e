package io.github.registrymaven.login;

import io.github.registrymaven.credential.CredentialChain;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.preflight.CloudLogins;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds a login for each registry of some images. A cloud's registry gets a new one from that cloud, where one that lies about
 * would be of the same kind and may be twelve hours old; any other has what the usual places hold. A server that the user named
 * comes before all.
 */
public final class Logins {
    private final CloudLogins clouds;
    private final CredentialChain usual;
    private final boolean serverIsNamed;
    private final boolean offline;
    private final Clock clock;

    private Logins(CloudLogins clouds, CredentialChain usual, boolean serverIsNamed, boolean offline, Clock clock) {
        this.clouds = clouds;
        this.usual = usual;
        this.serverIsNamed = serverIsNamed;
        this.offline = offline;
        this.clock = clock;
    }

    /** One for each host, in the order of the images. One whose reference does not parse is left out. */
    public static List<HostLogin> find(PreflightRequest request, Surroundings surroundings)
            throws InterruptedException {
        Deadline deadline = Deadline.in(request.deadline());
        try (RegistryHttp http = RegistryHttp.open(
                surroundings.network(request.insecureRegistries(), request.endpoints(), request.requestTimeout()),
                deadline)) {
            return new Logins(
                            new CloudLogins(
                                    surroundings.logins(),
                                    surroundings.machine(),
                                    http,
                                    request.endpoints(),
                                    request.profiles()),
                            surroundings.credentials(request.server(), () -> shorter(deadline.remaining())),
                            request.server() != null,
                            request.offline(),
                            surroundings.machine().clock())
                    .find(request.images());
        }
    }

    private List<HostLogin> find(List<RequestedImage> requested) throws InterruptedException {
        Map<String, ImageReference> byHost = new LinkedHashMap<>();
        for (RequestedImage image : requested) {
            if (ImageReference.parse(image.reference()) instanceof ParsedReference.Valid valid) {
                byHost.putIfAbsent(valid.reference().host(), valid.reference());
            }
        }
        List<HostLogin> logins = new ArrayList<>();
        for (ImageReference image : byHost.values()) {
            logins.add(new HostLogin(image, find(image), clouds.serve(image)));
        }
        return logins;
    }

    private CredentialLookup find(ImageReference image) throws InterruptedException {
        if (!clouds.serve(image)) {
            return usual.resolve(image);
        }
        if (offline) {
            CredentialLookup held = usual.resolve(image);
            return held instanceof CredentialLookup.None none ? notAsked(image, none) : held;
        }
        if (serverIsNamed) {
            return clouds.after(usual).resolve(image);
        }
        if (Held.mayStay(image)
                && usual.resolve(image) instanceof CredentialLookup.Found found
                && Held.stays(found.found(), image, clock)) {
            return found;
        }
        CredentialLookup made = clouds.of(image);
        if (made instanceof CredentialLookup.Found) {
            return made;
        }
        CredentialLookup held = usual.resolve(image);
        // What the cloud says of its own login is worth more than that the usual places hold none.
        return held instanceof CredentialLookup.None && made instanceof CredentialLookup.Failed ? made : held;
    }

    private static CredentialLookup notAsked(ImageReference image, CredentialLookup.None none) {
        return new CredentialLookup.Failed(
                Cause.CREDENTIALS_MISSING,
                "Maven is offline, so the cloud of " + image.host() + " is not asked for a login",
                none.lookedAt().stream().map(place -> "looked at " + place).toList(),
                "Run without --offline, or leave the login out: -Dregistry.skip",
                none.lookedAt());
    }

    private static Duration shorter(Duration left) {
        return left.compareTo(CredentialChain.HELPER_TIMEOUT) < 0 ? left : CredentialChain.HELPER_TIMEOUT;
    }
}
