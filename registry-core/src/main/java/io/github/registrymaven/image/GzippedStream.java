package io.github.registrymaven.image;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A layer that is compressed already. Beside it another thread expands it, to verify what it expands to. */
final class GzippedStream extends PackedLayer {
    /** More than any registry takes for a layer: what goes on and on is not expanded to its end. */
    private static final long MOST_EXPANDED = 128L << 30;

    private final Stored stored;
    private final ContentDigest diffId;
    private final InputStream in;
    private final MessageDigest digest = ContentDigest.sha256();
    private final AtomicLong consumed = new AtomicLong();
    private final CompletableFuture<@Nullable BrokenImage> verdict;
    private volatile boolean closed;
    private @Nullable Descriptor descriptor;

    GzippedStream(Stored stored, ContentDigest diffId, Packing packing) throws IOException {
        this.stored = stored;
        this.diffId = diffId;
        this.verdict = CompletableFuture.supplyAsync(this::verdict, packing.threads());
        this.in = stored.open();
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
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
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

    private @Nullable BrokenImage verdict() {
        MessageDigest expanded = diffId.start();
        byte[] part = new byte[1 << 16];
        long size = 0;
        try (InputStream tar = new GZIPInputStream(stored.open(), part.length)) {
            for (int read = tar.read(part); read >= 0 && !closed; read = tar.read(part)) {
                expanded.update(part, 0, read);
                size += read;
                if (size > MOST_EXPANDED) {
                    return BrokenImage.invalid(stored.place(), " expands to more than " + MOST_EXPANDED + " bytes");
                }
            }
        } catch (IOException notGzip) {
            return BrokenImage.altered(stored.place(), " cannot be expanded: " + notGzip.getMessage());
        }
        return diffId.isOf(expanded)
                ? null
                : BrokenImage.altered(
                        stored.place(),
                        " is not the layer that the config names: expanded it does not have the digest " + diffId);
    }
}
