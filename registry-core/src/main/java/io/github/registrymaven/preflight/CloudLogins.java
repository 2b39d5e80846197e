package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.reference.ImageReference;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The logins that clouds make in one run: one for each host, however many images are on it. Thread-safe. */
public final class CloudLogins {
    private final List<CloudLogin> clouds;
    private final Machine machine;
    private final RegistryHttp http;
    private final Map<String, URI> endpoints;
    private final Map<String, String> profiles;
    private final Map<String, CredentialLookup> made = new ConcurrentHashMap<>();

    /**
     * Logins still to be made.
     *
     * @param http the way out; whoever opened it closes it
     * @param endpoints where hosts are really reached
     * @param profiles which of a cloud's profiles is meant for a host
     */
    public CloudLogins(
            List<CloudLogin> clouds,
            Machine machine,
            RegistryHttp http,
            Map<String, URI> endpoints,
            Map<String, String> profiles) {
        this.clouds = List.copyOf(clouds);
        this.machine = machine;
        this.http = http;
        this.endpoints = Map.copyOf(endpoints);
        this.profiles = Map.copyOf(profiles);
    }

    /** Whether a cloud gives logins for the image's registry. Asks nobody. */
    public boolean serve(ImageReference image) {
        return clouds.stream().anyMatch(cloud -> cloud.serves(image));
    }

    /** The login that the image's cloud makes; none where no cloud gives any. */
    public CredentialLookup of(ImageReference image) throws InterruptedException {
        CredentialLookup known = made.get(image.host());
        if (known != null) {
            return known;
        }
        for (CloudLogin cloud : clouds) {
            if (cloud.serves(image)) {
                // The images of one host are looked up one after the other, so nobody else is asking for it now.
                CredentialLookup login = cloud.login(
                        new SurveyRequest(image.host(), List.of(image), machine, http, endpoints, profiles));
                made.put(image.host(), login);
                return login;
            }
        }
        return new CredentialLookup.None(List.of());
    }

    /** What some places hold, and where they have nothing, what the image's cloud makes. */
    public CredentialResolver after(CredentialResolver places) {
        return image -> {
            CredentialLookup usual = places.resolve(image);
            return usual instanceof CredentialLookup.None none ? of(image).after(none.lookedAt()) : usual;
        };
    }
}
