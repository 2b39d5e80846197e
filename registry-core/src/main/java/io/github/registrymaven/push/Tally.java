package io.github.registrymaven.push;

import io.github.registrymaven.oci.BlobOutcome;
import java.time.Duration;
import java.util.List;

/** Counts what becomes of the blobs of one repository, and tells of it. Thread-safe. */
final class Tally {
    private final String target;
    private final PushProgress progress;
    private long start = System.nanoTime();
    private final int layerCount;
    private final long bytes;
    private BlobCount blobs = BlobCount.NONE;
    private BlobCount layers = BlobCount.NONE;
    private long done;
    private long moved;
    private long sent;
    private volatile boolean stopped;

    Tally(String target, PushProgress progress, List<PendingBlob> pending) {
        this.target = target;
        this.progress = progress;
        this.layerCount = (int) pending.stream().filter(PendingBlob::isLayer).count();
        this.bytes = pending.stream().mapToLong(PendingBlob::weight).sum();
    }

    /** What is told from now on is told of this moment on. */
    synchronized void begin() {
        start = System.nanoTime();
    }

    /**
     * A blob moved on.
     *
     * @param weight by how much of its own size here; less than nothing where it begins again
     * @param count how many bytes of it were given to the connection
     */
    synchronized void moved(long weight, long count) {
        done += weight;
        moved += weight;
        sent += count;
        tell();
    }

    /** The push has ended before its time: what is still being read is read no further. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** A blob is in the repository. */
    synchronized void finished(PendingBlob blob, BlobOutcome how) {
        BlobCount one = how instanceof BlobOutcome.Uploaded
                ? new BlobCount(1, 0, 0)
                : how instanceof BlobOutcome.Mounted ? new BlobCount(0, 1, 0) : new BlobCount(0, 0, 1);
        blobs = blobs.plus(one);
        if (blob.isLayer()) {
            layers = layers.plus(one);
        }
        if (!(how instanceof BlobOutcome.Uploaded)) {
            done += blob.weight();
        }
        tell();
    }

    private void tell() {
        progress.now(new PushProgress.State(
                target, layers.total(), layerCount, done, bytes, moved, Duration.ofNanos(System.nanoTime() - start)));
    }

    synchronized BlobCount blobs() {
        return blobs;
    }

    synchronized BlobCount layers() {
        return layers;
    }

    synchronized long sent() {
        return sent;
    }
}
