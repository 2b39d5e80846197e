package io.github.registrymaven.azure;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks Azure and the registry's own host about one registry, both at the same time. */
final class Surveyor {
    /** Each repository has a token of its own: wildcards are not honoured where roles are by repository. */
    private static final int MOST_REPOSITORIES = 10;

    private static final int MOST_TAGS = 3;

    /** A resolver may hang for half a minute. */
    private static final int MOST_SECONDS = 2;

    private final Place place;
    private final SurveyRequest request;
    private final CredentialResolver logins;
    private final Ways ways;
    private final @Nullable Resolver resolver;

    /**
     * All of it is still to be asked.
     *
     * @param logins what a push of each image logs in with
     * @param resolver null for the system's
     */
    Surveyor(Place place, SurveyRequest request, CredentialResolver logins, @Nullable Resolver resolver) {
        this.place = place;
        this.request = request;
        this.logins = logins;
        this.ways = new Ways(request.http(), request.endpoints());
        this.resolver = resolver;
    }

    private record Managed(RegistrySeen registry, @Nullable EffectivePermissions permissions) {}

    private record Visited(Facts.Exchange exchange, Map<String, RepositorySeen> repositories) {}

    Facts facts() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "registry-azure");
            thread.setDaemon(true);
            thread.setContextClassLoader(Surveyor.class.getClassLoader());
            return thread;
        });
        try {
            Future<Caller> calling = threads.submit(() -> new CallerChain(
                            place,
                            request.machine(),
                            ways,
                            login(request.images().get(0)) == null)
                    .find());
            Future<Reach> reaching = threads.submit(() -> request.http().reach(place.host()));
            Future<Managed> managing = threads.submit(() -> manage(calling, reaching));
            Visited visited = visit(calling, reaching, threads);
            Managed managed = result(managing);
            return new Facts(
                    result(calling),
                    result(reaching),
                    addresses(managed.registry(), result(reaching), threads),
                    managed.registry(),
                    managed.permissions(),
                    visited.exchange(),
                    visited.repositories());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asked for only where they may say why the registry is shut: where a private endpoint leads to it. */
    private List<String> addresses(RegistrySeen registry, Reach reach, ExecutorService threads)
            throws InterruptedException {
        boolean isOpen =
                reach instanceof Reach.Reached reached && reached.ping().status() != 403;
        boolean hasPrivate = registry instanceof RegistrySeen.Shown shown && shown.hasPrivateEndpoint();
        // Where the user says where the host is, its name's addresses are not looked at.
        if (isOpen || !hasPrivate || (resolver == null && ways.isNamed(place.host()))) {
            return List.of();
        }
        Resolver asked = resolver == null ? InetAddress::getAllByName : resolver;
        Future<InetAddress[]> found = threads.submit(() -> asked.addresses(place.host()));
        try {
            return Arrays.stream(found.get(MOST_SECONDS, TimeUnit.SECONDS))
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (ExecutionException | TimeoutException noAddress) {
            return List.of();
        }
    }

    private Managed manage(Future<Caller> calling, Future<Reach> reaching) throws InterruptedException {
        if (!(result(calling) instanceof Caller.Known known)) {
            return new Managed(new RegistrySeen.Hidden(null, List.of()), null);
        }
        Manager manager = new Manager(place, ways, known.token());
        RegistrySeen seen = manager.find();
        boolean isNameless = result(reaching) instanceof Reach.Unreachable unreachable
                && unreachable.fault().cause() == Cause.REGISTRY_UNREACHABLE_DNS;
        // Where the host has no address, the registry at another one is what was meant.
        RegistrySeen here = isNameless ? seen : seen.at(place.host());
        if (here instanceof RegistrySeen.Shown shown) {
            return new Managed(shown, manager.permissions(shown.id()));
        }
        List<String> words = ((RegistrySeen.Hidden) here).words();
        return new Managed(isNameless ? new RegistrySeen.Hidden(manager.isNameFree(), words) : here, null);
    }

    private Visited visit(Future<Caller> calling, Future<Reach> reaching, ExecutorService threads)
            throws InterruptedException {
        // Only where the registry asks for logins by token is there a token service to ask.
        if (!(result(reaching) instanceof Reach.Reached reached)
                || reached.ping().status() != 401) {
            return new Visited(Facts.Exchange.NOT_ASKED, Map.of());
        }
        Door door = new Door(place.host(), reached.base(), ways);
        Map<String, Future<RepositorySeen>> looking = new HashMap<>();
        Exchanged exchanged = Exchanged.NOT_ASKED;
        for (Map.Entry<String, List<ImageReference>> each : repositories().entrySet()) {
            Credential login = login(each.getValue().get(0));
            if (login == null && exchanged.how() == Facts.Exchange.NOT_ASKED) {
                exchanged = result(calling) instanceof Caller.Known known ? Exchanged.at(door, known) : exchanged;
            }
            Credential shown = login == null ? exchanged.login() : login;
            if (shown != null && looking.size() < MOST_REPOSITORIES) {
                List<String> tags = tags(each.getValue());
                looking.put(each.getKey(), threads.submit(() -> door.look(shown, each.getKey(), tags)));
            }
        }
        Map<String, RepositorySeen> seen = new HashMap<>();
        for (Map.Entry<String, Future<RepositorySeen>> each : looking.entrySet()) {
            seen.put(each.getKey(), result(each.getValue()));
        }
        return new Visited(exchanged.how(), seen);
    }

    private static List<String> tags(List<ImageReference> images) {
        return images.stream()
                .map(ImageReference::tag)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    private @Nullable Credential login(ImageReference image) throws InterruptedException {
        return logins.resolve(image) instanceof CredentialLookup.Found found
                ? found.found().credential()
                : null;
    }

    private Map<String, List<ImageReference>> repositories() {
        Map<String, List<ImageReference>> all = new LinkedHashMap<>();
        for (ImageReference image : request.images()) {
            all.computeIfAbsent(image.repository(), name -> new ArrayList<>()).add(image);
        }
        return all;
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            if (failed.getCause() instanceof RuntimeException broken) {
                throw broken;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
