package io.github.registrymaven.push;

import io.github.registrymaven.image.Descriptor;
import io.github.registrymaven.image.Manifest;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.oci.BlobOutcome;
import io.github.registrymaven.oci.OpenUploads;
import io.github.registrymaven.oci.Repository;
import io.github.registrymaven.preflight.Identity;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The push of an image to one repository: blobs first, then the manifests that name them, tags last, so that nothing can
 * be pulled before it is whole.
 */
final class RepositoryPush implements AutoCloseable {
    private static final Duration TO_CANCEL = Duration.ofSeconds(3);

    private final Hosts.Access access;
    private final Repository repository;
    private final PendingImage image;
    private final List<String> points;
    private final List<String> wanted;
    private final Tally tally;
    private final Verification verification;
    private final Presence presence;
    private final OpenUploads uploads = new OpenUploads();
    private final List<String> pushed = new ArrayList<>();
    private @Nullable List<String> missing;
    private @Nullable String digest;
    private @Nullable Long size;
    private @Nullable HttpAnswer known;

    /**
     * A push that has not begun.
     *
     * @param points tags, or the image's digest
     * @param wanted digests that the references name
     */
    RepositoryPush(Hosts.Access access, PendingImage image, List<String> points, List<String> wanted, Tally tally) {
        this.access = access;
        this.repository = access.repository();
        this.image = image;
        this.points = List.copyOf(points);
        this.wanted = List.copyOf(wanted);
        this.tally = tally;
        this.verification = new Verification(access);
        this.presence = new Presence(repository);
    }

    /** Whether every tag was this image already. */
    boolean unchanged() {
        return missing != null && missing.isEmpty();
    }

    /** Who pushes, as far as that is known. */
    @Nullable
    Identity identity() throws InterruptedException {
        return access.standing().identity();
    }

    /** What the tags point to, once they do. */
    @Nullable
    String digest() {
        return digest;
    }

    @Nullable
    Long size() {
        return size;
    }

    /**
     * Pushes.
     *
     * @param from another repository of the registry that has the image
     */
    void run(@Nullable String from) throws InterruptedException, Stopped {
        try {
            tally.begin();
            List<String> missing = compare();
            if (missing.isEmpty()) {
                return;
            }
            pushed.addAll(points);
            pushed.removeAll(missing);
            if (isNew()) {
                pushBlobs(from);
                pushChildren();
            }
            HttpAnswer there = known;
            if (there != null && !image.isKnown()) {
                tagAgain(missing, there);
            } else {
                pushRoot(missing);
            }
        } catch (IOException broken) {
            throw new Stopped(withRemains(new Setback(access.standing()).unreadable(broken)));
        } finally {
            cancelUploads();
        }
    }

    /** The tags that are not this image yet, asked for once; with none there is nothing to do. */
    List<String> compare() throws InterruptedException, Stopped {
        List<String> known = missing;
        if (known != null) {
            return known;
        }
        if (image.isKnown()) {
            checkDigest(image.root().descriptor().digest());
        }
        List<String> found = ask();
        if (digest != null) {
            checkDigest(digest);
        }
        missing = found;
        return found;
    }

    /** Asks, while somebody else finds out whether the push would be taken, which blobs are there already. */
    void lookAhead() {
        if (isNew()) {
            presence.ask(image.blobs());
        }
    }

    /** Whether no tag is this image yet. */
    private boolean isNew() {
        return missing != null && missing.size() == points.size();
    }

    private List<String> ask() throws InterruptedException, Stopped {
        AlreadyThere there = new AlreadyThere(repository, image);
        List<String> missing = new ArrayList<>();
        for (String point : points) {
            AlreadyThere.Seen seen = there.under(point);
            if (seen.outcome() instanceof NetworkFault fault) {
                throw new Stopped(Setback.of(access.standing().unanswered(fault)));
            }
            if (seen.digest() == null) {
                missing.add(point);
            } else {
                digest = seen.digest();
                size = seen.size();
                known = (HttpAnswer) seen.outcome();
            }
        }
        return missing;
    }

    private void pushBlobs(@Nullable String from) throws IOException, InterruptedException, Stopped {
        try (Crew crew = new Crew(tally)) {
            crew.workOn(image.blobs(), blob -> {
                BlobOutcome outcome = new BlobPush(blob, tally).to(repository, presence, uploads, from);
                if (outcome instanceof BlobOutcome.Failed failed) {
                    PushFailure failure = new Setback(access.standing()).blob(failed.method(), failed.outcome(), blob);
                    throw new Stopped(LargeLayers.beside(failure, image.layers(blob)));
                }
                tally.finished(blob, outcome);
            });
        } catch (Stopped stopped) {
            throw new Stopped(withRemains(stopped.failure()));
        }
    }

    private void pushChildren() throws InterruptedException, Stopped {
        List<Manifest> manifests = image.manifests();
        for (Manifest child : manifests.subList(0, manifests.size() - 1)) {
            put(child, child.descriptor().digest());
        }
    }

    /** A reference that names a digest wants that image and no other. */
    private void checkDigest(String own) throws InterruptedException, Stopped {
        for (String other : wanted) {
            if (!other.equals(own)) {
                throw new Stopped(withRemains(new Setback(access.standing()).notThatImage(other, own)));
            }
        }
    }

    private void pushRoot(List<String> missing) throws InterruptedException, Stopped {
        Manifest root = image.root();
        checkDigest(root.descriptor().digest());
        for (String point : missing) {
            verification.of(point, root.descriptor().digest(), put(root, point));
            pushed.add(point);
        }
        digest = root.descriptor().digest();
        size = image.size();
    }

    /** An image that is under another tag already, and whose layers were never compressed here: its own manifest serves. */
    private void tagAgain(List<String> missing, HttpAnswer there) throws InterruptedException, Stopped {
        String known = Sha256.of(there.body());
        String type = there.headers().firstValue("content-type").orElse("application/vnd.oci.image.manifest.v1+json");
        Descriptor descriptor = new Descriptor(type, known, there.body().length);
        for (String point : missing) {
            verification.of(point, known, put(new Manifest(descriptor, there.body(), List.of()), point));
            pushed.add(point);
        }
    }

    private HttpAnswer put(Manifest manifest, String reference) throws InterruptedException, Stopped {
        HttpOutcome outcome =
                repository.putManifest(reference, manifest.descriptor().mediaType(), manifest.bytes());
        if (outcome instanceof HttpAnswer answer && answer.status() / 100 == 2) {
            return answer;
        }
        PushFailure failure = new Setback(access.standing()).manifest(outcome, reference, manifest);
        boolean unheard = !(outcome instanceof HttpAnswer answer) || answer.status() >= 500;
        throw new Stopped(unheard ? withRemains(failure, reference) : withRemains(failure));
    }

    /** What a push that failed has left, so that nobody has to guess. */
    private PushFailure withRemains(PushFailure failure) {
        return withRemains(failure, null);
    }

    /**
     * The same.
     *
     * @param unheard a tag or digest of which it is not known whether it was moved, where there is one
     */
    private PushFailure withRemains(PushFailure failure, @Nullable String unheard) {
        List<String> evidence = new ArrayList<>(failure.evidence());
        int blobs = tally.blobs().uploaded() + tally.blobs().mounted();
        if (blobs > 0) {
            evidence.add(blobs + (blobs == 1 ? " blob stays" : " blobs stay")
                    + " there without a manifest until the registry collects what nobody names");
        }
        if (!pushed.isEmpty()) {
            evidence.add("already there: " + String.join(", ", pushed));
        }
        if (unheard != null) {
            evidence.add("whether " + unheard + " was moved all the same is not known");
        } else if (pushed.isEmpty()) {
            evidence.add("no tag was moved");
        }
        return new PushFailure(failure.cause(), failure.summary(), evidence, failure.remedies());
    }

    @Override
    public void close() {
        presence.close();
    }

    /** Also where this thread was interrupted: that is when an upload is most likely to be open. */
    private void cancelUploads() {
        boolean interrupted = Thread.interrupted();
        try {
            uploads.cancel(TO_CANCEL);
        } catch (InterruptedException stop) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
