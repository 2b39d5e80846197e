package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.diagnosis.Cause;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One visit to a registry host, for all images of a build that go there: one ping, one login for each credential, one
 * probe for each repository, one question for each tag.
 */
final class HostVisit {
    private static final CredentialLookup NOWHERE = new CredentialLookup.None(List.of());

    /** A helper that prompts, a cloud's program that hangs: whoever pushes may have more patience. */
    private static final CredentialLookup LATE = new CredentialLookup.Failed(
            Cause.DEADLINE_EXCEEDED,
            "the login was still being looked for when registry.deadline was over",
            List.of(),
            List.of(),
            List.of());

    private final RegistryHttp http;
    private final SecondTry secondTry;
    private final CredentialResolver credentials;
    private final Clouds clouds;
    private final Probe probe;
    private final Workers workers;
    private final Consumer<Observation> seen;

    /** @param seen is told of each image as soon as all was asked about it, by several threads at a time */
    HostVisit(
            RegistryHttp http,
            SecondTry secondTry,
            CredentialResolver credentials,
            Clouds clouds,
            Probe probe,
            Workers workers,
            Consumer<Observation> seen) {
        this.http = http;
        this.secondTry = secondTry;
        this.credentials = credentials;
        this.clouds = clouds;
        this.probe = probe;
        this.workers = workers;
        this.seen = seen;
    }

    /** Asks the clouds about the images on one host. */
    interface Clouds {
        List<Survey> survey(String host, List<ImageReference> images, CredentialResolver logins)
                throws InterruptedException;
    }

    /** All images are on one host. */
    void make(String host, List<ImageReference> images) throws InterruptedException {
        Workers.Pending<Map<ImageReference, CredentialLookup>> lookingUp = workers.start(() -> lookUp(images));
        Workers.Pending<List<Survey>> surveying = workers.start(() ->
                clouds.survey(host, images, image -> found(lookingUp, images).getOrDefault(image, NOWHERE)));
        Stopwatch watch = new Stopwatch();
        Reach reach = http.reach(host);
        long reaching = watch.millis();
        Map<ImageReference, CredentialLookup> found = found(lookingUp, images);
        if (!(reach instanceof Reach.Reached reached)) {
            // A cloud may know why: there is no such registry, or it is open to other networks only.
            List<Survey> surveys = surveys(host, surveying);
            images.forEach(image -> unasked(image, reach, null, reaching, found.getOrDefault(image, NOWHERE), surveys));
            return;
        }
        Registry registry = new Registry(http, secondTry, reached.base());
        HttpOutcome ping = registry.settle(reached.ping());
        if (!(ping instanceof HttpAnswer answer) || answer.status() == 429 || answer.status() >= 500) {
            images.forEach(
                    image -> unasked(image, reach, ping, reaching, found.getOrDefault(image, NOWHERE), List.of()));
            return;
        }
        visit(new Host(registry, reach, answer, found, surveying), reaching, groups(images, found));
    }

    private Map<ImageReference, CredentialLookup> lookUp(List<ImageReference> images) throws InterruptedException {
        Map<ImageReference, CredentialLookup> found = new HashMap<>();
        for (ImageReference image : images) {
            found.put(image, credentials.resolve(image));
        }
        return found;
    }

    private Map<ImageReference, CredentialLookup> found(
            Workers.Pending<Map<ImageReference, CredentialLookup>> lookingUp, List<ImageReference> images)
            throws InterruptedException {
        Map<ImageReference, CredentialLookup> found =
                lookingUp.within(http.deadline().remaining());
        if (found != null) {
            return found;
        }
        Map<ImageReference, CredentialLookup> late = new HashMap<>();
        images.forEach(image -> late.put(image, LATE));
        return late;
    }

    private List<Survey> surveys(String host, Workers.Pending<List<Survey>> surveying) throws InterruptedException {
        List<Survey> surveys = surveying.within(http.deadline().remaining());
        return surveys == null ? List.of(new LateSurvey(host)) : surveys;
    }

    /** Images that log in alike, by repository. */
    private record Group(@Nullable FoundCredential login, Map<String, List<ImageReference>> byRepository) {
        boolean logsInWith(@Nullable FoundCredential other) {
            return (login != null && other != null) ? OneLogin.isSame(login, other) : login == null && other == null;
        }
    }

    private static List<Group> groups(List<ImageReference> images, Map<ImageReference, CredentialLookup> found) {
        List<Group> groups = new ArrayList<>();
        for (ImageReference image : images) {
            FoundCredential login = found.get(image) instanceof CredentialLookup.Found one ? one.found() : null;
            Group group = groups.stream()
                    .filter(each -> each.logsInWith(login))
                    .findFirst()
                    .orElse(null);
            if (group == null) {
                group = new Group(login, new LinkedHashMap<>());
                groups.add(group);
            }
            group.byRepository()
                    .computeIfAbsent(image.repository(), key -> new ArrayList<>())
                    .add(image);
        }
        return groups;
    }

    /** A host that has answered. */
    private record Host(
            Registry registry,
            Reach reach,
            HttpAnswer ping,
            Map<ImageReference, CredentialLookup> found,
            Workers.Pending<List<Survey>> surveying) {}

    /** What holds for all repositories that images of one login go to. */
    private record LoggedIn(
            @Nullable Credential credential, Login login, Map<String, Grant> together, Map<Stage, Long> millis) {}

    private void visit(Host host, long reaching, List<Group> groups) throws InterruptedException {
        List<Workers.Pending<?>> asked = new ArrayList<>();
        if (Login.isWantedBy(host.ping())) {
            host.registry().prepare(questions(groups) - 1);
        }
        for (Group group : groups) {
            FoundCredential found = group.login();
            Credential credential = found == null ? null : found.credential();
            Login login = new Login(host.registry(), host.ping(), credential);
            Stopwatch watch = new Stopwatch();
            Map<String, Grant> together = login.together(group.byRepository().keySet());
            Map<Stage, Long> millis = Map.of(Stage.NETWORK, reaching, Stage.CREDENTIALS, watch.millis());
            LoggedIn as = new LoggedIn(credential, login, together, millis);
            for (List<ImageReference> images : group.byRepository().values()) {
                asked.add(workers.run(() -> observe(host, as, images)));
            }
        }
        for (Workers.Pending<?> pending : asked) {
            pending.result();
        }
    }

    /** How many requests there are as soon as the logins are made: one for each tag, and one for each repository. */
    private int questions(List<Group> groups) {
        int questions = 0;
        for (Group group : groups) {
            for (List<ImageReference> images : group.byRepository().values()) {
                questions += images.size() + (probe == Probe.UPLOAD ? 1 : 0);
            }
        }
        return questions;
    }

    /** All images are in one repository, so what holds for one holds for all. */
    private void observe(Host host, LoggedIn as, List<ImageReference> images) throws InterruptedException {
        List<Survey> surveys = surveys(images.get(0).host(), host.surveying());
        boolean vetoed = surveys.stream().anyMatch(survey -> !survey.mayOpenUpload(images.get(0)));
        Grant shared = as.together().get(images.get(0).repository());
        RepositoryVisit.Probed probed = new RepositoryVisit(host.registry(), as.credential(), images, workers)
                .make(as.login(), shared, probe == Probe.UPLOAD && !vetoed);
        Map<Stage, Long> millis = new HashMap<>(as.millis());
        for (Map.Entry<Stage, Long> more : probed.millis().entrySet()) {
            millis.merge(more.getKey(), more.getValue(), Long::sum);
        }
        for (ImageReference image : images) {
            seen.accept(new Observation(
                    image,
                    host.reach(),
                    host.ping(),
                    host.found().getOrDefault(image, NOWHERE),
                    probed.grant(),
                    probed.upload(),
                    probed.cancel(),
                    probed.manifests().get(image),
                    probe,
                    surveys,
                    millis,
                    null));
        }
    }

    private void unasked(
            ImageReference image,
            Reach reach,
            @Nullable HttpOutcome ping,
            long reaching,
            CredentialLookup lookup,
            List<Survey> surveys) {
        Map<Stage, Long> millis = Map.of(Stage.NETWORK, reaching);
        seen.accept(new Observation(image, reach, ping, lookup, null, null, null, null, probe, surveys, millis, null));
    }
}
