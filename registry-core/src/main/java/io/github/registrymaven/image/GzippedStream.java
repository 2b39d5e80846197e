package io.github.registrymaven.image;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A layer that is compressed already. Beside it another thread expands it, to verify what it expands to. */
final class GzippedStream extends PackedLayer {
    private final Stored stored;
    private final InputStream in;
    private final MessageDigest digest = ContentDigest.sha256();
    private final AtomicLong consumed = new AtomicLong();
    private final CompletableFuture<@Nullable BrokenImage> verdict;
    private volatile boolean closed;
    private @Nullable Descriptor descriptor;

    GzippedStream(Stored stored, ContentDigest diffId, Packing packing) throws IOException {
        this.stored = stored;
        this.in = stored.open();
        this.verdict = CompletableFuture.supplyAsync(
                () -> Expansion.verdict(stored, diffId, Expansion.MOST, () -> closed), packing.threads());
    }

    @Override
    public Descriptor descriptor() {
        if (descriptor == null) {
            throw new IllegalStateException("the layer has not been read to its end");
        }
        return descriptor;
    }

    @Override
    public long consumed() {
        return consumed.get();
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
        int read = in.read(to, from, most);
        if (read > 0) {
            digest.update(to, from, read);
            // The last bytes are handed out only when all have been verified.
            if (consumed.addAndGet(read) == stored.size()) {
                await();
            }
        } else if (read < 0 && descriptor == null) {
            await();
            descriptor =
                    new Descriptor(DockerArchive.LAYER, "sha256:" + ContentDigest.hex(digest.digest()), stored.size());
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        in.close();
    }

    private void await() throws IOException {
        BrokenImage broken;
        try {
            broken = verdict.join();
        } catch (CompletionException failed) {
            throw new IOException(stored.place() + " could not be verified", failed.getCause());
        }
        if (broken != null) {
            throw broken;
        }
    }
}
