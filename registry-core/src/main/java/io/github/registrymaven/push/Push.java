package io.github.registrymaven.push;

import io.github.registrymaven.credential.CredentialChain;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.oci.Retries;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.reference.ImageReference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pushes an image at hand to any number of tags, repositories and hosts: what is there is not sent, what was sent is
 * verified, and of a push that fails there is no tag and no open upload. Trouble of whatever kind is in the report, never
 * an exception; an interruption ends it at once.
 */
public final class Push {
    /** What bounds a push is its progress; this is only so that nothing lasts for ever. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final RegistryHttp http;
    private final Hosts hosts;
    private final PushProgress progress;

    /** A push with its means; the caller closes {@code http}. */
    public Push(
            RegistryHttp http,
            CredentialResolver credentials,
            Retries retries,
            Deadline deadline,
            Clock clock,
            PushProgress progress) {
        this.http = http;
        this.hosts = new Hosts(http, credentials, retries, deadline, clock);
        this.progress = progress;
    }

    /** Does a whole push by itself: opens what it needs, and closes it. */
    public static PushReport run(PushRequest request, Surroundings surroundings, PushProgress progress)
            throws InterruptedException {
        Machine machine = surroundings.machine();
        Deadline deadline = Deadline.in(LONGEST);
        CredentialResolver credentials =
                surroundings.credentials(request.serverId(), () -> CredentialChain.HELPER_TIMEOUT);
        try (RegistryHttp http = RegistryHttp.open(
                surroundings.network(request.insecureRegistries(), request.endpoints(), request.requestTimeout()),
                deadline)) {
            return new Push(http, credentials, Retries.waiting(machine.clock()), deadline, machine.clock(), progress)
                    .run(new PendingImage(request.source()), request.targets());
        }
    }

    /** The same with means of the caller's own. */
    PushReport run(PendingImage image, List<ImageReference> targets) throws InterruptedException {
        long start = System.nanoTime();
        Map<String, List<ImageReference>> byRepository = new LinkedHashMap<>();
        targets.forEach(target -> byRepository
                .computeIfAbsent(target.name(), name -> new ArrayList<>())
                .add(target));
        List<PushedImage> images = new ArrayList<>();
        Map<String, List<String>> arrived = new LinkedHashMap<>();
        for (List<ImageReference> references : byRepository.values()) {
            ImageReference first = references.get(0);
            List<String> sources = arrived.computeIfAbsent(first.host(), host -> new ArrayList<>());
            PushedImage pushed = new OnePush(http, hosts, image, references, progress).run(sources);
            images.add(pushed);
            if (pushed.failure() != null) {
                break;
            }
            sources.add(first.repository());
        }
        return PushReport.of(http.requestsSent(), millisSince(start), images);
    }

    static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
