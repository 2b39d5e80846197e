package io.github.registrymaven.image;

/** Tells by a sample whether bytes are compressed or encrypted already, so that to compress them again is lost time. */
final class Entropy {
    private static final int PIECES = 16;
    private static final int PIECE = 1 << 10;
    private static final int SAMPLE = PIECES * PIECE;

    private Entropy() {}

    /**
     * Whether all byte values are about as frequent as one another. Counted in whole numbers, so that it comes out the same
     * everywhere: the sum of squares of 256 equal counts is {@code SAMPLE * SAMPLE / 256}; a tenth above it (7.9 bits a
     * byte) there is at most 2 % to gain. Repetitions in such bytes are not seen; what is already compressed has none.
     */
    static boolean isHigh(byte[] bytes, int length) {
        if (length < SAMPLE) {
            return false;
        }
        int[] counts = new int[256];
        for (int piece = 0; piece < PIECES; piece++) {
            int from = (int) ((long) (length - PIECE) * piece / (PIECES - 1));
            for (int at = from; at < from + PIECE; at++) {
                counts[bytes[at] & 0xff]++;
            }
        }
        long squares = 0;
        for (int count : counts) {
            squares += (long) count * count;
        }
        // A sample has some spread of its own: SAMPLE more is what chance adds.
        return squares < (long) SAMPLE * SAMPLE / 256 * 11 / 10 + SAMPLE;
    }
}
