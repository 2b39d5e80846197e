package io.github.registrymaven.push;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.image.ImageSource;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.oci.Retries;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A push by {@code ci}, whose waits take no time and are remembered. */
final class Pushing {
    private static final CredentialResolver CI = image -> new CredentialLookup.Found(
            new FoundCredential(
                    new Credential.Password("ci", Secret.of("right")),
                    new CredentialOrigin("the test", null, null, false),
                    null),
            List.of());

    private final Path home;
    final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    private PushProgress progress = PushProgress.NONE;
    private Duration requestTimeout = Duration.ofSeconds(10);
    private CredentialResolver credentials = CI;

    Pushing(Path home) {
        this.home = home;
    }

    Pushing progress(PushProgress listener) {
        progress = listener;
        return this;
    }

    Pushing requestTimeout(Duration time) {
        requestTimeout = time;
        return this;
    }

    Pushing asNobody() {
        credentials = image -> new CredentialLookup.None(List.of());
        return this;
    }

    PushReport push(ImageSource source, String... images) throws InterruptedException {
        try (Push push = open(source, images)) {
            return push.run();
        }
    }

    Optional<PushReport> unchanged(ImageSource source, String... images) throws InterruptedException {
        try (Push push = open(source, images)) {
            return push.unchanged();
        }
    }

    Push open(ImageSource source, String... images) {
        Machine machine = new Machine(Map.of(), Map.of(), home, Clock.systemUTC());
        // Named as endpoints, the registries are not asked over TLS first, so that their requests can be counted.
        Map<String, URI> endpoints = Stream.of(images)
                .filter(image -> image.startsWith("127.0.0.1:"))
                .map(image -> image.substring(0, image.indexOf('/')))
                .distinct()
                .collect(Collectors.toMap(host -> host, host -> URI.create("http://" + host)));
        Deadline deadline = Deadline.in(Duration.ofMinutes(1));
        NetworkOptions options = new NetworkOptions(machine, List.of(), Set.of("127.0.0.1"), endpoints, requestTimeout);
        return new Push(
                RegistryHttp.open(options, deadline),
                credentials,
                new Retries(machine.clock(), waits::add, () -> 0),
                deadline,
                machine.clock(),
                new PendingImage(source),
                Stream.of(images).map(Pushing::parsed).toList(),
                progress);
    }

    PushedImage one(ImageSource source, String... images) throws InterruptedException {
        return push(source, images).images().get(0);
    }

    static ImageReference parsed(String image) {
        return ((ParsedReference.Valid) ImageReference.parse(image)).reference();
    }
}
