package io.github.registrymaven.image;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A block of 512 bytes that precedes what is in a tar, as POSIX.1-1988 ("ustar") and GNU have it.
 *
 * @param size negative where it is not a number
 */
record TarHeader(String name, char type, long size, String link) {
    static final int BLOCK = 512;

    private static final int CHECKSUM = 148;

    /** Null where the checksum is not right, so that this is no header. */
    static @Nullable TarHeader parse(byte[] block) {
        long sum = number(block, CHECKSUM, 8);
        // Some old programs summed up signed bytes.
        if (sum != sum(block, 0xff) && sum != sum(block, -1)) {
            return null;
        }
        String name = text(block, 0, 100);
        boolean posix = text(block, 257, 6).equals("ustar") && block[263] == '0';
        String folder = posix ? text(block, 345, 155) : "";
        return new TarHeader(
                folder.isEmpty() ? name : folder + "/" + name,
                (char) (block[156] & 0xff),
                number(block, 124, 12),
                text(block, 157, 100));
    }

    /** Folders, devices and links have nothing behind their header, whatever size is written there. */
    boolean isHeaderOnly() {
        return type >= '1' && type <= '6';
    }

    private static long sum(byte[] block, int mask) {
        long sum = 0;
        for (int at = 0; at < BLOCK; at++) {
            boolean blank = at >= CHECKSUM && at < CHECKSUM + 8;
            sum += blank ? ' ' : block[at] & mask;
        }
        return sum;
    }

    private static String text(byte[] block, int from, int most) {
        int length = 0;
        while (length < most && block[from + length] != 0) {
            length++;
        }
        return new String(block, from, length, StandardCharsets.UTF_8);
    }

    /** Octal digits, or GNU's base 256 for what is larger than they can say; negative where it is neither. */
    private static long number(byte[] block, int from, int length) {
        if ((block[from] & 0x80) != 0) {
            return base256(block, from, length);
        }
        String digits = text(block, from, length).strip();
        if (!digits.matches("[0-7]{0,12}")) {
            return -1;
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static long base256(byte[] block, int from, int length) {
        long value = block[from] & 0x7f;
        for (int at = from + 1; at < from + length; at++) {
            if (value >= 1L << 54) {
                return -1;
            }
            value = (value << 8) | (block[at] & 0xff);
        }
        return value;
    }
}
