package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.oci.Grant;
import io.github.registrymaven.oci.Login;
import io.github.registrymaven.oci.Registry;
import io.github.registrymaven.reference.ImageReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests about one repository: one upload session, opened and cancelled, and while it is cancelled one question for each
 * tag. However many tags a build pushes to it, the permission is asked once.
 */
final class RepositoryVisit {
    private final Registry registry;
    private final @Nullable Credential credential;
    private final List<ImageReference> images;
    private final Workers workers;

    /** All images are in one repository, and log in with one credential, or none. */
    RepositoryVisit(Registry registry, @Nullable Credential credential, List<ImageReference> images, Workers workers) {
        this.registry = registry;
        this.credential = credential;
        this.images = List.copyOf(images);
        this.workers = workers;
    }

    /** What the probes saw; null is what was not asked. */
    record Probed(
            Grant grant,
            @Nullable HttpOutcome upload,
            @Nullable HttpOutcome cancel,
            Map<ImageReference, HttpOutcome> manifests,
            Map<Stage, Long> millis) {
        Probed after(Stage stage, long took) {
            Map<Stage, Long> all = new HashMap<>(millis);
            all.put(stage, took);
            return new Probed(grant, upload, cancel, manifests, all);
        }
    }

    /**
     * Asks, and asks once more with a token for this repository alone where the first login turns out not to be for it.
     *
     * @param shared the grant of a login for several repositories, where there is one
     */
    Probed make(Login login, @Nullable Grant shared, boolean openUpload) throws InterruptedException {
        String repository = images.get(0).repository();
        Stopwatch watch = new Stopwatch();
        Grant grant = shared == null ? login.alone(repository) : shared;
        long loggingIn = watch.millis();
        Probed first = probe(login, grant, openUpload).after(Stage.CREDENTIALS, loggingIn);
        HttpAnswer challenge = challengeIn(first);
        if (challenge == null) {
            boolean refused = first.grant() instanceof Grant.Open
                    && first.upload() instanceof HttpAnswer answer
                    && Login.mayHelpAfter(answer);
            Login unasked = refused ? Login.unasked(registry, credential) : null;
            return unasked == null ? first : probe(unasked, unasked.alone(repository), openUpload);
        }
        if (first.grant() instanceof Grant.Authorized authorized && authorized.shared()) {
            return probe(login, login.alone(repository), openUpload);
        }
        if (first.grant() instanceof Grant.Open && credential != null) {
            // Some registries show /v2/ to everyone and ask for a login only where something is written.
            Login asked = new Login(registry, challenge, credential);
            return probe(asked, asked.alone(repository), openUpload);
        }
        return first;
    }

    private Probed probe(Login login, Grant grant, boolean openUpload) throws InterruptedException {
        Secret authorization;
        if (grant instanceof Grant.Authorized authorized) {
            authorization = authorized.authorization();
        } else if (grant instanceof Grant.PullOnly pullOnly) {
            authorization = pullOnly.authorization();
        } else if (grant instanceof Grant.Open) {
            authorization = null;
        } else {
            return new Probed(grant, null, null, Map.of(), Map.of());
        }
        Stopwatch watch = new Stopwatch();
        boolean mayOpen = openUpload && !(grant instanceof Grant.PullOnly);
        HttpOutcome upload = mayOpen ? registry.openUpload(images.get(0).repository(), authorization) : null;
        // Not before: it is the upload that has another request behind it, so all uploads of a build come first.
        Map<ImageReference, Workers.Pending<HttpOutcome>> asked = new HashMap<>();
        Stopwatch asking = new Stopwatch();
        for (ImageReference image : images) {
            asked.put(image, workers.start(() -> registry.manifest(image.repository(), point(image), authorization)));
        }
        HttpOutcome cancel = upload instanceof HttpAnswer opened && opened.status() == 202
                ? cancel(login, opened, authorization)
                : null;
        long uploading = watch.millis();
        Map<ImageReference, HttpOutcome> manifests = new HashMap<>();
        for (Map.Entry<ImageReference, Workers.Pending<HttpOutcome>> entry : asked.entrySet()) {
            manifests.put(entry.getKey(), entry.getValue().result());
        }
        return new Probed(
                grant, upload, cancel, manifests, Map.of(Stage.PERMISSION, uploading, Stage.TAG, asking.millis()));
    }

    private @Nullable HttpOutcome cancel(Login login, HttpAnswer opened, @Nullable Secret authorization)
            throws InterruptedException {
        HttpOutcome first = registry.cancelUpload(opened, authorization);
        if (!(first instanceof HttpAnswer answer) || (answer.status() != 401 && answer.status() != 403)) {
            return first;
        }
        return login.toCancel(images.get(0).repository()) instanceof Grant.Authorized more
                ? registry.cancelUpload(opened, more.authorization())
                : first;
    }

    /** The tag that a push would move, or the digest where no tag is named. */
    private static String point(ImageReference image) {
        String tag = image.tag();
        String digest = image.digest();
        return tag != null ? tag : digest != null ? digest : "latest";
    }

    private static @Nullable HttpAnswer challengeIn(Probed probed) {
        if (probed.upload() instanceof HttpAnswer answer && Login.isWantedBy(answer)) {
            return answer;
        }
        return probed.manifests().values().stream()
                .filter(outcome -> outcome instanceof HttpAnswer answer && Login.isWantedBy(answer))
                .map(HttpAnswer.class::cast)
                .findFirst()
                .orElse(null);
    }
}
