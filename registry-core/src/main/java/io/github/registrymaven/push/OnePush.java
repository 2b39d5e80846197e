package io.github.registrymaven.push;

import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One repository's part of a push, and what is reported of it. */
final class OnePush implements AutoCloseable {
    private final RegistryHttp http;
    private final Hosts hosts;
    private final PendingImage image;
    private final List<ImageReference> references;
    private final Tally tally;
    private final int before;
    private @Nullable RepositoryPush begun;

    /** All references are in one repository. */
    OnePush(
            RegistryHttp http,
            Hosts hosts,
            PendingImage image,
            List<ImageReference> references,
            PushProgress progress) {
        this.http = http;
        this.hosts = hosts;
        this.image = image;
        this.references = List.copyOf(references);
        this.tally = new Tally(references.get(0).name(), progress, image.blobs());
        this.before = http.requestsSent();
    }

    /**
     * Pushes, and tells what it came to.
     *
     * @param sources repositories of the same registry that have the image
     */
    PushedImage run(List<String> sources) throws InterruptedException {
        return tell(sources, push -> push.run(sources.isEmpty() ? null : sources.get(0)));
    }

    /** Only looks whether there is anything to push, and tells what that came to. */
    PushedImage compare() throws InterruptedException {
        return tell(List.of(), RepositoryPush::compare);
    }

    /** Asks what a push is going to ask, where it was found that there is something to push. Does not wait. */
    void lookAhead() {
        if (begun != null) {
            begun.lookAhead();
        }
    }

    private interface Work {
        void on(RepositoryPush push) throws InterruptedException, Stopped;
    }

    private PushedImage tell(List<String> sources, Work work) throws InterruptedException {
        long start = System.nanoTime();
        ImageReference first = references.get(0);
        RepositoryPush done = null;
        PushFailure failure = null;
        Identity identity = null;
        try {
            RepositoryPush push = enter(sources);
            identity = push.identity();
            work.on(push);
            done = push;
        } catch (Stopped stopped) {
            failure = stopped.failure();
            close();
        }
        return new PushedImage(
                first.written(),
                first.kind(),
                first.host(),
                first.repository(),
                tags(),
                failure == null ? Verdict.PASS : Verdict.FAIL,
                done == null ? null : done.digest(),
                done == null ? null : done.size(),
                done != null && done.unchanged(),
                tally.blobs(),
                tally.layers(),
                tally.sent(),
                http.requestsSent() - before,
                Push.millisSince(start),
                identity,
                failure);
    }

    /** Goes on with what was begun, unless there are sources now, for which another login is needed. */
    private RepositoryPush enter(List<String> sources) throws InterruptedException, Stopped {
        RepositoryPush push = begun;
        if (push == null || !sources.isEmpty()) {
            close();
            push = new RepositoryPush(hosts.enter(references.get(0), sources), image, points(), digests(), tally);
            begun = push;
        }
        return push;
    }

    @Override
    public void close() {
        if (begun != null) {
            begun.close();
        }
        begun = null;
    }

    private List<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        references.stream()
                .map(ImageReference::tag)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .forEach(tags::add);
        return List.copyOf(tags);
    }

    /** What is to point to the image: tags, and its digest where a reference names nothing else. */
    private List<String> points() {
        Set<String> points = new LinkedHashSet<>(tags());
        references.stream().map(OnePush::digestAlone).filter(Objects::nonNull).forEach(points::add);
        return List.copyOf(points);
    }

    private List<String> digests() {
        return references.stream()
                .map(ImageReference::digest)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable String digestAlone(ImageReference reference) {
        return reference.tag() == null ? reference.digest() : null;
    }
}
