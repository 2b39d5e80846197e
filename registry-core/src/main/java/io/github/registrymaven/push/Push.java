package io.github.registrymaven.push;

import io.github.registrymaven.credential.CredentialChain;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.oci.Retries;
import io.github.registrymaven.preflight.CloudLogins;
import io.github.registrymaven.preflight.Loopback;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.reference.ImageReference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pushes an image at hand to any number of tags, repositories and hosts: what is there is not sent, what was sent is
 * verified, and of a push that fails there is no tag and no open upload. Trouble of whatever kind is in the report, never
 * an exception; an interruption ends it at once. For one thread.
 */
public final class Push implements AutoCloseable {
    /** What bounds a push is its progress; this is only so that nothing lasts for ever. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final RegistryHttp http;
    private final Hosts hosts;
    private final PendingImage image;
    private final List<List<ImageReference>> repositories;
    private final PushProgress progress;
    private final Map<List<ImageReference>, OnePush> begun = new HashMap<>();

    /** A push with its means, which closing it closes. */
    Push(
            RegistryHttp http,
            CredentialResolver credentials,
            Retries retries,
            Deadline deadline,
            Clock clock,
            PendingImage image,
            List<ImageReference> targets,
            PushProgress progress) {
        this.http = http;
        this.hosts = new Hosts(http, credentials, retries, deadline, clock);
        this.image = image;
        this.repositories = byRepository(targets);
        this.progress = progress;
    }

    /** A push that has not begun. Nothing is sent yet. */
    public static Push open(PushRequest request, Surroundings surroundings, PushProgress progress) {
        Machine machine = surroundings.machine();
        Deadline deadline = Deadline.in(LONGEST);
        RegistryHttp http = RegistryHttp.open(
                surroundings.network(insecureHosts(request), request.endpoints(), request.requestTimeout()), deadline);
        return new Push(
                http,
                new CloudLogins(surroundings.logins(), machine, http, request.endpoints(), request.profiles())
                        .after(surroundings.credentials(request.server(), () -> CredentialChain.HELPER_TIMEOUT)),
                Retries.waiting(machine.clock()),
                deadline,
                machine.clock(),
                new PendingImage(request.source()),
                request.targets(),
                progress);
    }

    /** Those of the loopback interface need no leave, with docker as in the preflight of this push. */
    private static Set<String> insecureHosts(PushRequest request) {
        Set<String> hosts = new HashSet<>(request.insecureRegistries());
        request.targets().stream()
                .map(ImageReference::host)
                .filter(Loopback::isHost)
                .forEach(hosts::add);
        return hosts;
    }

    private static List<List<ImageReference>> byRepository(List<ImageReference> targets) {
        Map<String, List<ImageReference>> grouped = new LinkedHashMap<>();
        targets.forEach(target -> grouped.computeIfAbsent(target.name(), name -> new ArrayList<>())
                .add(target));
        return List.copyOf(grouped.values());
    }

    /**
     * Asks of each target whether it is this image already: one request and its login each, and no layer is read. Empty
     * where anything is to be pushed, or where it could not be found out: that is for a preflight to say.
     */
    public Optional<PushReport> unchanged() throws InterruptedException {
        long start = System.nanoTime();
        List<PushedImage> images = new ArrayList<>();
        for (List<ImageReference> references : repositories) {
            PushedImage image = push(references).compare();
            if (!image.unchanged()) {
                return Optional.empty();
            }
            images.add(image);
        }
        return Optional.of(PushReport.of(http.requestsSent(), millisSince(start), images));
    }

    /**
     * For who asks now whether the push would be taken: asks what it is going to ask next where something is to be pushed, and
     * does not wait. Writes nothing.
     */
    public void lookAhead() {
        begun.values().forEach(OnePush::lookAhead);
    }

    /** Pushes to each repository in turn; what follows on one that fails is not tried. */
    public PushReport run() throws InterruptedException {
        long start = System.nanoTime();
        List<PushedImage> images = new ArrayList<>();
        Map<String, List<String>> arrived = new LinkedHashMap<>();
        for (List<ImageReference> references : repositories) {
            ImageReference first = references.get(0);
            List<String> sources = arrived.computeIfAbsent(first.host(), host -> new ArrayList<>());
            PushedImage pushed = push(references).run(sources);
            images.add(pushed);
            if (pushed.failure() != null) {
                break;
            }
            sources.add(first.repository());
        }
        return PushReport.of(http.requestsSent(), millisSince(start), images);
    }

    private OnePush push(List<ImageReference> references) {
        return begun.computeIfAbsent(references, mine -> new OnePush(http, hosts, image, mine, progress));
    }

    @Override
    public void close() {
        begun.values().forEach(OnePush::close);
        http.close();
    }

    static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
