package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.oci.Grant;
import io.github.registrymaven.oci.Login;
import io.github.registrymaven.oci.Registry;
import io.github.registrymaven.oci.SecondTry;
import io.github.registrymaven.reference.ImageReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One visit to a registry host, for all images of a build that go there: one ping, one login for each credential, one
 * probe for each repository, one question for each tag.
 */
final class HostVisit {
    private static final CredentialLookup NOWHERE = new CredentialLookup.None(List.of());

    private final RegistryHttp http;
    private final SecondTry secondTry;
    private final CredentialResolver credentials;
    private final Clouds clouds;
    private final Probe probe;
    private final Workers workers;

    HostVisit(
            RegistryHttp http,
            SecondTry secondTry,
            CredentialResolver credentials,
            Clouds clouds,
            Probe probe,
            Workers workers) {
        this.http = http;
        this.secondTry = secondTry;
        this.credentials = credentials;
        this.clouds = clouds;
        this.probe = probe;
        this.workers = workers;
    }

    /** Asks the clouds about the images on one host. */
    interface Clouds {
        List<Survey> survey(String host, List<ImageReference> images, CredentialResolver logins)
                throws InterruptedException;
    }

    /** All images are on one host. */
    List<Observation> make(String host, List<ImageReference> images) throws InterruptedException {
        Workers.Pending<Map<ImageReference, CredentialLookup>> lookingUp = workers.start(() -> lookUp(images));
        Workers.Pending<List<Survey>> surveying = workers.start(
                () -> clouds.survey(host, images, image -> lookingUp.result().getOrDefault(image, NOWHERE)));
        Stopwatch watch = new Stopwatch();
        Reach reach = http.reach(host);
        long reaching = watch.millis();
        Map<ImageReference, CredentialLookup> found = lookingUp.result();
        if (!(reach instanceof Reach.Reached reached)) {
            // A cloud may know why: there is no such registry, or it is open to other networks only.
            List<Survey> surveys = surveying.result();
            return images.stream()
                    .map(image -> unasked(image, reach, null, reaching, found.getOrDefault(image, NOWHERE), surveys))
                    .toList();
        }
        Registry registry = new Registry(http, secondTry, reached.base());
        HttpOutcome ping = registry.settle(reached.ping());
        if (!(ping instanceof HttpAnswer answer) || answer.status() == 429 || answer.status() >= 500) {
            return images.stream()
                    .map(image -> unasked(image, reach, ping, reaching, found.getOrDefault(image, NOWHERE), List.of()))
                    .toList();
        }
        return visit(new Host(registry, reach, answer, surveying), reaching, groups(images, found));
    }

    private Map<ImageReference, CredentialLookup> lookUp(List<ImageReference> images) throws InterruptedException {
        Map<ImageReference, CredentialLookup> found = new HashMap<>();
        for (ImageReference image : images) {
            found.put(image, credentials.resolve(image));
        }
        return found;
    }

    /** Images that log in alike, by repository. */
    private record Group(CredentialLookup lookup, Map<String, List<ImageReference>> byRepository) {}

    private static List<Group> groups(List<ImageReference> images, Map<ImageReference, CredentialLookup> found) {
        Map<Object, Group> groups = new LinkedHashMap<>();
        for (ImageReference image : images) {
            CredentialLookup lookup = found.getOrDefault(image, NOWHERE);
            Object login =
                    lookup instanceof CredentialLookup.Found one ? one.found().origin() : "nobody";
            groups.computeIfAbsent(login, key -> new Group(lookup, new LinkedHashMap<>()))
                    .byRepository()
                    .computeIfAbsent(image.repository(), key -> new ArrayList<>())
                    .add(image);
        }
        return List.copyOf(groups.values());
    }

    /** A host that has answered. */
    private record Host(Registry registry, Reach reach, HttpAnswer ping, Workers.Pending<List<Survey>> surveying) {}

    /** What holds for all repositories that images of one login go to. */
    private record LoggedIn(
            CredentialLookup lookup, Login login, Map<String, Grant> together, Map<Stage, Long> millis) {}

    private List<Observation> visit(Host host, long reaching, List<Group> groups) throws InterruptedException {
        List<Workers.Pending<List<Observation>>> asked = new ArrayList<>();
        for (Group group : groups) {
            Login login = new Login(host.registry(), host.ping(), credentialIn(group.lookup()));
            Stopwatch watch = new Stopwatch();
            Map<String, Grant> together = login.together(group.byRepository().keySet());
            Map<Stage, Long> millis = Map.of(Stage.NETWORK, reaching, Stage.CREDENTIALS, watch.millis());
            LoggedIn as = new LoggedIn(group.lookup(), login, together, millis);
            for (List<ImageReference> images : group.byRepository().values()) {
                asked.add(workers.start(() -> observe(host, as, images)));
            }
        }
        List<Observation> observations = new ArrayList<>();
        for (Workers.Pending<List<Observation>> pending : asked) {
            observations.addAll(pending.result());
        }
        return observations;
    }

    /** All images are in one repository, so what holds for one holds for all. */
    private List<Observation> observe(Host host, LoggedIn as, List<ImageReference> images) throws InterruptedException {
        List<Survey> surveys = host.surveying().result();
        boolean vetoed = surveys.stream().anyMatch(survey -> !survey.mayOpenUpload(images.get(0)));
        Grant shared = as.together().get(images.get(0).repository());
        RepositoryVisit.Probed probed = new RepositoryVisit(host.registry(), as.lookup(), images, workers)
                .make(as.login(), shared, probe == Probe.UPLOAD && !vetoed);
        Map<Stage, Long> millis = new HashMap<>(as.millis());
        for (Map.Entry<Stage, Long> more : probed.millis().entrySet()) {
            millis.merge(more.getKey(), more.getValue(), Long::sum);
        }
        List<Observation> observations = new ArrayList<>();
        for (ImageReference image : images) {
            observations.add(new Observation(
                    image,
                    host.reach(),
                    host.ping(),
                    as.lookup(),
                    probed.grant(),
                    probed.upload(),
                    probed.cancel(),
                    probed.manifests().get(image),
                    probe,
                    surveys,
                    millis,
                    null));
        }
        return observations;
    }

    private static @Nullable Credential credentialIn(CredentialLookup lookup) {
        return lookup instanceof CredentialLookup.Found found ? found.found().credential() : null;
    }

    private Observation unasked(
            ImageReference image,
            Reach reach,
            @Nullable HttpOutcome ping,
            long reaching,
            CredentialLookup lookup,
            List<Survey> surveys) {
        Map<Stage, Long> millis = Map.of(Stage.NETWORK, reaching);
        return new Observation(image, reach, ping, lookup, null, null, null, null, probe, surveys, millis, null);
    }
}
