package io.github.registrymaven.image;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A layer, compressed while it is read (RFC 1952): the same bytes each time with one Java, as a block is compressed the same
 * whichever thread does it, and the header has no time. The uncompressed tar is verified in the same pass: where it is not
 * the one that the config names, the last bytes are not handed out.
 */
final class PackingStream extends PackedLayer {
    /** No flags, no time, "fastest algorithm", unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

    /** An empty last block (RFC 1951, 3.2.6), the CRC and the size. */
    private static final int TRAILER = 2 + 8;

    private enum Stage {
        HEADER,
        BLOCKS,
        TRAILER,
        /** Closed, or refused: nothing comes any more, and not an end either. */
        OVER
    }

    /** A block that is being compressed; free where it is the one that each layer may have whatever the others have. */
    private record UnderWay(CompletableFuture<Block> block, boolean free) {}

    private final Stored stored;
    private final ContentDigest diffId;
    private final Packing packing;
    private final InputStream in;
    private final MessageDigest tarDigest;
    private final CRC32 crc = new CRC32();
    private final MessageDigest packedDigest = ContentDigest.sha256();
    private final AtomicLong consumed = new AtomicLong();
    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    /** The end of the chain of those that take a block's bytes into the digest, in their order. */
    private CompletableFuture<@Nullable Void> digested = CompletableFuture.completedFuture(null);

    private Stage stage = Stage.HEADER;
    private boolean ended;
    private @Nullable Block block;
    private byte[] out = new byte[0];
    private int from;
    private int to;
    private long size;
    private @Nullable Descriptor descriptor;

    PackingStream(Stored stored, ContentDigest diffId, Packing packing) throws IOException {
        this.stored = stored;
        this.diffId = diffId;
        this.packing = packing;
        this.tarDigest = diffId.start();
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
    public int read(byte[] bytes, int at, int most) throws IOException {
        while (from == to && most > 0) {
            if (!next()) {
                return -1;
            }
        }
        int part = Math.min(most, to - from);
        System.arraycopy(out, from, bytes, at, part);
        from += part;
        return part;
    }

    /** Waits for what is under way, which takes milliseconds, so that its memory can be used again. */
    @Override
    public void close() throws IOException {
        release();
        while (!underWay.isEmpty()) {
            try {
                block = await(underWay.remove());
                release();
            } catch (IOException unwanted) {
                // What a block came to does not matter any more.
            }
        }
        stage = Stage.OVER;
        in.close();
    }

    private boolean next() throws IOException {
        release();
        switch (stage) {
            case HEADER -> {
                hand(HEADER, HEADER.length);
                stage = Stage.BLOCKS;
            }
            case BLOCKS -> {
                fill();
                if (underWay.isEmpty()) {
                    verify();
                    hand(trailer(), TRAILER);
                    stage = Stage.TRAILER;
                } else {
                    Block next = await(underWay.remove());
                    block = next;
                    hand(next.output(), next.packed());
                }
            }
            case TRAILER -> {
                if (descriptor == null) {
                    descriptor = new Descriptor(
                            DockerArchive.LAYER, "sha256:" + ContentDigest.hex(packedDigest.digest()), size);
                }
                return false;
            }
            case OVER -> throw new IOException(stored.place() + " is read after it was closed or refused");
        }
        return true;
    }

    private void hand(byte[] bytes, int length) {
        out = bytes;
        from = 0;
        to = length;
        size += length;
        packedDigest.update(bytes, 0, length);
    }

    /** Sets as many blocks going as may be. */
    private void fill() throws IOException {
        while (!ended && underWay.size() < packing.depth()) {
            boolean free = underWay.isEmpty();
            if (!free && !packing.tryTake()) {
                return;
            }
            Block next = packing.block();
            boolean started = false;
            try {
                started = start(next, free);
            } finally {
                if (!started) {
                    packing.recycle(next);
                    giveBack(free);
                }
            }
        }
    }

    /** Fills a block and has it compressed; false where nothing is left to fill it with. */
    private boolean start(Block next, boolean free) throws IOException {
        ExecutorService threads = packing.threads();
        int length = in.readNBytes(next.input(), 0, Block.SIZE);
        consumed.addAndGet(length);
        ended = length < Block.SIZE;
        if (length == 0) {
            return false;
        }
        next.fill(length);
        try {
            CompletableFuture<@Nullable Void> packed = CompletableFuture.runAsync(next::pack, threads);
            digested = digested.thenRunAsync(() -> digest(next), threads);
            underWay.add(new UnderWay(packed.thenCombine(digested, (first, second) -> next), free));
            return true;
        } catch (RejectedExecutionException closed) {
            throw new IOException("the image was closed while a layer of it was read", closed);
        }
    }

    private void digest(Block next) {
        tarDigest.update(next.input(), 0, next.length());
        crc.update(next.input(), 0, next.length());
    }

    private Block await(UnderWay next) throws IOException {
        try {
            return next.block().join();
        } catch (CompletionException failed) {
            throw new IOException(stored.place() + " could not be compressed", failed.getCause());
        } finally {
            giveBack(next.free());
        }
    }

    private void giveBack(boolean free) {
        if (!free) {
            packing.giveBack();
        }
    }

    private void release() {
        if (block != null) {
            packing.recycle(block);
            block = null;
            from = 0;
            to = 0;
        }
    }

    private void verify() throws BrokenImage {
        digested.join();
        if (!diffId.isOf(tarDigest)) {
            stage = Stage.OVER;
            throw BrokenImage.altered(
                    stored.place(), " is not the layer that the config names: it does not have the digest " + diffId);
        }
    }

    private byte[] trailer() {
        byte[] trailer = new byte[TRAILER];
        trailer[0] = 3;
        little(trailer, 2, crc.getValue());
        little(trailer, 6, stored.size());
        return trailer;
    }

    private static void little(byte[] bytes, int at, long value) {
        for (int one = 0; one < 4; one++) {
            bytes[at + one] = (byte) (value >> (8 * one));
        }
    }
}
