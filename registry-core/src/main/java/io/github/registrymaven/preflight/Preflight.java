package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.CredentialChain;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.oci.SecondTry;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out whether a push of some images would be taken. Writes nothing: the only trace is an upload session that is
 * cancelled at once. Every image gets a report; trouble of whatever kind is a finding in it, never an exception.
 */
public final class Preflight {
    private final RegistryHttp http;
    private final CredentialResolver credentials;
    private final List<ControlPlane> clouds;
    private final NetworkOptions options;
    private final Map<String, String> profiles;
    private final Reporter reporter;

    /**
     * A preflight with its means; the caller closes {@code http}.
     *
     * @param options what {@code http} was opened with
     * @param profiles which of a cloud's profiles is meant for a host
     */
    public Preflight(
            RegistryHttp http,
            CredentialResolver credentials,
            List<ControlPlane> clouds,
            NetworkOptions options,
            Map<String, String> profiles) {
        this.http = http;
        this.credentials = credentials;
        this.clouds = List.copyOf(clouds);
        this.options = options;
        this.profiles = Map.copyOf(profiles);
        this.reporter = new Reporter(new Ladder(options.machine().clock()));
    }

    /** Does a whole preflight by itself: opens what it needs, and closes it. */
    public static PreflightReport run(PreflightRequest request, Surroundings surroundings) throws InterruptedException {
        Machine machine = surroundings.machine();
        if (request.offline()) {
            return offline(request.images(), machine.clock());
        }
        Deadline deadline = Deadline.in(request.deadline());
        CredentialChain usual = surroundings.credentials(request.server(), () -> shorter(deadline.remaining()));
        Stopwatch watch = new Stopwatch();
        Map<RequestedImage, ImageReport> reports = new HashMap<>();
        int requests = 0;
        for (Rounds.Round round : Rounds.of(request.images(), surroundings.hasProxies())) {
            Set<String> insecure = new HashSet<>(request.insecureRegistries());
            insecure.addAll(round.insecureHosts());
            NetworkOptions options = surroundings
                    .network(insecure, request.endpoints(), request.requestTimeout())
                    .asJib(round.byJib());
            try (RegistryHttp http = RegistryHttp.open(options, deadline)) {
                List<RequestedImage> images = each(round.images(), image -> asDockerWould(image, request));
                // What follows is done while the registries answer.
                Asked asked = new Asked(images, http::begin);
                CredentialResolver credentials = new GivenLogins(
                        images,
                        usual,
                        new CloudLogins(surroundings.logins(), machine, http, request.endpoints(), request.profiles()));
                PreflightReport report = new Preflight(
                                http, credentials, surroundings.clouds(), options, request.profiles())
                        .run(asked, request.probe(), deadline);
                requests += report.requests();
                for (int i = 0; i < round.images().size(); i++) {
                    reports.put(round.images().get(i), report.images().get(i));
                }
            }
        }
        return PreflightReport.of(
                requests, watch.millis(), each(request.images(), image -> Objects.requireNonNull(reports.get(image))));
    }

    private static Duration shorter(Duration left) {
        return left.compareTo(CredentialChain.HELPER_TIMEOUT) < 0 ? left : CredentialChain.HELPER_TIMEOUT;
    }

    /** Checks every image, those on one host together. The report has them in the order given. */
    public PreflightReport run(List<RequestedImage> requested, Probe probe, Deadline deadline)
            throws InterruptedException {
        return run(new Asked(requested, http::begin), probe, deadline);
    }

    private PreflightReport run(Asked asked, Probe probe, Deadline deadline) throws InterruptedException {
        Stopwatch watch = new Stopwatch();
        Reports reports = new Reports(asked, reporter);
        try (Workers workers = new Workers()) {
            SecondTry secondTry =
                    new SecondTry(http, deadline, options.machine().clock());
            HostVisit visit = new HostVisit(http, secondTry, credentials, this::surveys, probe, workers, reports::seen);
            List<Workers.Pending<?>> visits = new ArrayList<>();
            asked.byHost().forEach((host, images) -> visits.add(workers.run(() -> visit.make(host, images))));
            for (Workers.Pending<?> pending : visits) {
                pending.result();
            }
        }
        return PreflightReport.of(http.requestsSent(), watch.millis(), reports.all());
    }

    private List<Survey> surveys(String host, List<ImageReference> images, CredentialResolver logins)
            throws InterruptedException {
        List<Survey> surveys = new ArrayList<>();
        for (ControlPlane cloud : clouds) {
            if (cloud.serves(images.get(0))) {
                surveys.add(cloud.survey(
                        new SurveyRequest(host, images, options.machine(), http, options.endpoints(), profiles),
                        logins));
            }
        }
        return surveys;
    }

    /** What can be said without a network: the names. */
    public static PreflightReport offline(List<RequestedImage> requested, Clock clock) {
        Stopwatch watch = new Stopwatch();
        Reporter reporter = new Reporter(new Ladder(clock));
        return PreflightReport.of(0, watch.millis(), each(requested, reporter::reportOffline));
    }

    /** Where an image that a user names may be in plain text for docker's sake alone, its terms say so. */
    private static RequestedImage asDockerWould(RequestedImage image, PreflightRequest request) {
        if (!(image.terms().login() instanceof PushLogin.Anybody)
                || !(ImageReference.parse(image.reference()) instanceof ParsedReference.Valid valid)) {
            return image;
        }
        String host = valid.reference().host();
        boolean isAllowed = request.insecureRegistries().contains(host)
                || request.insecureRegistries().contains(host.replaceFirst(":\\d+$", ""))
                || request.endpoints().containsKey(host);
        return isAllowed || !Loopback.isHost(host)
                ? image
                : image.on(image.terms().insecure(true));
    }

    private static <T> List<T> each(List<RequestedImage> requested, Function<RequestedImage, T> made) {
        return requested.stream().map(made).toList();
    }
}
