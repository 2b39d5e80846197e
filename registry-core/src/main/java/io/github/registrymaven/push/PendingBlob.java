package io.github.registrymaven.push;

import io.github.registrymaven.image.Blob;
import io.github.registrymaven.image.Descriptor;
import io.github.registrymaven.image.PackedLayer;
import io.github.registrymaven.image.RawLayer;
import io.github.registrymaven.network.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A config or layer on its way. One that is compressed on the way becomes known when it was read to its end, and stays
 * known: another repository then gets it as any other blob. Thread-safe; its streams are read one after the other.
 */
final class PendingBlob {
    private final String key;
    private final String title;
    private final boolean layer;
    private final long weight;
    private final Opening opening;
    private volatile @Nullable Descriptor descriptor;

    /** Where the bytes come from. */
    private interface Opening {
        InputStream open() throws IOException;
    }

    private PendingBlob(
            String key, String title, boolean layer, long weight, Opening opening, @Nullable Descriptor descriptor) {
        this.key = key;
        this.title = title;
        this.layer = layer;
        this.weight = weight;
        this.opening = opening;
        this.descriptor = descriptor;
    }

    static PendingBlob of(Blob blob, String title) {
        Descriptor descriptor = blob.descriptor();
        return new PendingBlob(
                descriptor.digest(),
                title,
                !descriptor.isConfig(),
                descriptor.size(),
                blob.content()::open,
                descriptor);
    }

    static PendingBlob of(RawLayer raw, String title) {
        return new PendingBlob(raw.diffId(), title, true, raw.size(), raw::pack, null);
    }

    /** What tells it from others. */
    String key() {
        return key;
    }

    /** For people: {@code layer 2 of 5}. */
    String title() {
        return title;
    }

    boolean isLayer() {
        return layer;
    }

    /** Its size as it is here, in bytes. */
    long weight() {
        return weight;
    }

    /** Null until it is known. */
    @Nullable
    Descriptor descriptor() {
        return descriptor;
    }

    @Nullable
    String digest() {
        Descriptor known = descriptor;
        return known == null ? null : known.digest();
    }

    long size() {
        Descriptor known = descriptor;
        return known == null ? RequestBody.UNKNOWN : known.size();
    }

    /** Its bytes, counted while they are read. */
    InputStream open(Tally tally, Position position) throws IOException {
        InputStream in = opening.open();
        if (in instanceof PackedLayer packed) {
            return new CountedStream(in, tally, position, read -> packed.consumed(), () -> {
                descriptor = packed.descriptor();
            });
        }
        return new CountedStream(in, tally, position, read -> read, () -> {});
    }

    /** How far a blob is in its own measure, over all attempts. */
    static final class Position {
        private long weight;

        /** Moves to a place and tells by how much. */
        long move(long to) {
            long by = to - weight;
            weight = to;
            return by;
        }
    }

    /** Tells the tally how far it was read. */
    private static final class CountedStream extends InputStream {
        private final InputStream in;
        private final Tally tally;
        private final Position position;
        private final ToLongFunction<Long> weight;
        private final Runnable atEnd;
        private long read;

        CountedStream(InputStream in, Tally tally, Position position, ToLongFunction<Long> weight, Runnable atEnd) {
            this.in = in;
            this.tally = tally;
            this.position = position;
            this.weight = weight;
            this.atEnd = atEnd;
            tally.moved(position.move(0), 0);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (tally.isStopped()) {
                throw new InterruptedIOException("the push has ended");
            }
            int count = in.read(bytes, offset, length);
            if (count < 0) {
                atEnd.run();
                return count;
            }
            read += count;
            tally.moved(position.move(weight.applyAsLong(read)), count);
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
