package io.github.registrymaven.push;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.oci.Grant;
import io.github.registrymaven.oci.PushLogin;
import io.github.registrymaven.oci.Registry;
import io.github.registrymaven.oci.Repository;
import io.github.registrymaven.oci.Retries;
import io.github.registrymaven.oci.SecondTry;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Standing;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registry hosts of a push: each is reached once, and logged in to for each repository. For one thread. */
final class Hosts {
    private final RegistryHttp http;
    private final CredentialResolver credentials;
    private final Retries retries;
    private final Deadline deadline;
    private final Clock clock;
    private final Map<String, Arrival> arrivals = new HashMap<>();

    Hosts(RegistryHttp http, CredentialResolver credentials, Retries retries, Deadline deadline, Clock clock) {
        this.http = http;
        this.credentials = credentials;
        this.retries = retries;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** What asking a host for {@code /v2/} came to. */
    private record Arrival(
            Reach reach,
            @Nullable Registry registry,
            @Nullable HttpOutcome ping) {}

    /** A repository that may be pushed to, as far as that is known. */
    final class Access {
        private final ImageReference image;
        private final Arrival arrival;
        private final CredentialLookup lookup;
        private final PushLogin login;
        private final Repository repository;

        private Access(
                ImageReference image, Arrival arrival, Registry registry, CredentialLookup lookup, PushLogin login) {
            this.image = image;
            this.arrival = arrival;
            this.lookup = lookup;
            this.login = login;
            this.repository = new Repository(registry, image.repository(), login, retries);
        }

        Repository repository() {
            return repository;
        }

        /** How it stands now: logins change on the way. */
        Standing standing() throws InterruptedException {
            return new Standing(image, arrival.reach(), arrival.ping(), lookup, login.grant(), clock);
        }
    }

    /**
     * Reaches the host of an image and logs in.
     *
     * @param sources repositories of the host whose blobs may be mounted
     * @throws Stopped where that does not succeed
     */
    Access enter(ImageReference image, List<String> sources) throws InterruptedException, Stopped {
        CredentialLookup lookup = credentials.resolve(image);
        Arrival arrival = arrivals.get(image.host());
        if (arrival == null) {
            arrival = arrive(image.host());
            arrivals.put(image.host(), arrival);
        }
        if (arrival.registry() == null
                || !(arrival.ping() instanceof HttpAnswer ping)
                || ping.status() == 429
                || ping.status() >= 500) {
            throw stopped(new Standing(image, arrival.reach(), arrival.ping(), lookup, null, clock));
        }
        Credential credential =
                lookup instanceof CredentialLookup.Found found ? found.found().credential() : null;
        PushLogin login = new PushLogin(arrival.registry(), ping, credential, image.repository(), sources);
        Access access = new Access(image, arrival, arrival.registry(), lookup, login);
        boolean mayAsk = login.grant() instanceof Grant.Open || login.grant() instanceof Grant.Authorized;
        Finding obstacle = access.standing().obstacle();
        if (obstacle != null && (!mayAsk || obstacle.verdict() == Verdict.FAIL)) {
            throw new Stopped(Setback.of(obstacle));
        }
        return access;
    }

    private Arrival arrive(String host) throws InterruptedException {
        Reach reach = http.reach(host);
        if (!(reach instanceof Reach.Reached reached)) {
            return new Arrival(reach, null, null);
        }
        Registry registry = new Registry(http, new SecondTry(http, deadline, clock), reached.base());
        return new Arrival(reach, registry, registry.settle(reached.ping()));
    }

    private static Stopped stopped(Standing standing) {
        Finding obstacle = standing.obstacle();
        return new Stopped(
                obstacle == null
                        ? Setback.of(standing.failing(
                                Cause.UNKNOWN,
                                standing.repository() + " cannot be pushed: its registry cannot be asked",
                                List.of()))
                        : Setback.of(obstacle));
    }
}
