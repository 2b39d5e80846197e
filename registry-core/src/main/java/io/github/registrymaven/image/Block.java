package io.github.registrymaven.image;

import java.util.zip.Deflater;

/**
 * A part of a layer, and what it is compressed to: blocks of deflate (RFC 1951) that end on a byte and refer to nothing
 * before, so that blocks can be compressed side by side and put after one another.
 */
final class Block {
    static final int SIZE = 1 << 18;

    /** RFC 1951, 3.2.4: the length of a stored block has 16 bits. */
    private static final int MOST_STORED = 0xffff;

    private static final int STORED_HEADER = 5;

    /** Room for the block as it is; what would need more is stored. */
    private static final int ROOM = SIZE + (SIZE / MOST_STORED + 1) * STORED_HEADER;

    private final byte[] input = new byte[SIZE];
    private final byte[] output = new byte[ROOM];
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private int length;
    private int packed;

    byte[] input() {
        return input;
    }

    int length() {
        return length;
    }

    void fill(int bytes) {
        length = bytes;
    }

    byte[] output() {
        return output;
    }

    int packed() {
        return packed;
    }

    /** Fastest level, as the time that others save is lost on most networks; what gains nothing from it is stored. */
    void pack() {
        if (Entropy.isHigh(input, length)) {
            store();
            return;
        }
        deflater.reset();
        deflater.setInput(input, 0, length);
        packed = deflater.deflate(output, 0, ROOM, Deflater.SYNC_FLUSH);
        if (packed >= length + STORED_HEADER || packed == ROOM) {
            store();
        }
    }

    /** Frees what is not on the heap. */
    void end() {
        deflater.end();
    }

    private void store() {
        packed = 0;
        int from = 0;
        while (from < length) {
            int part = Math.min(MOST_STORED, length - from);
            output[packed++] = 0;
            output[packed++] = (byte) part;
            output[packed++] = (byte) (part >> 8);
            output[packed++] = (byte) ~part;
            output[packed++] = (byte) (~part >> 8);
            System.arraycopy(input, from, output, packed, part);
            packed += part;
            from += part;
        }
    }
}
