package io.github.registrymaven.image;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Expands a compressed layer, to nothing but its digest. */
final class Expansion {
    /** More than any registry takes for a layer: what goes on and on is not expanded to its end. */
    static final long MOST = 128L << 30;

    private Expansion() {}

    /**
     * Null where the layer expands to what has the digest.
     *
     * @param stop whether nobody wants to know any more
     */
    static @Nullable BrokenImage verdict(Stored stored, ContentDigest diffId, long most, BooleanSupplier stop) {
        MessageDigest expanded = diffId.start();
        byte[] part = new byte[1 << 16];
        long size = 0;
        try (Members tar = new Members(stored.open(), part.length)) {
            for (int read = tar.read(part); read >= 0 && !stop.getAsBoolean(); read = tar.read(part)) {
                expanded.update(part, 0, read);
                size += read;
                if (size > most) {
                    return BrokenImage.invalid(stored.place(), " expands to more than " + most + " bytes");
                }
            }
            if (tar.isFollowed() && !stop.getAsBoolean()) {
                return BrokenImage.altered(stored.place(), " cannot be expanded: behind its end there are other bytes");
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

    /** Java's own stops without a word before what is no further member. Go's fails, with which most tools pull. */
    private static final class Members extends GZIPInputStream {
        /** Checksum and length. */
        private static final int TRAILER = 8;

        Members(InputStream in, int buffer) throws IOException {
            super(in, buffer);
        }

        /** Once it was read to its end. */
        boolean isFollowed() throws IOException {
            return inf.getRemaining() > TRAILER || in.available() > 0;
        }
    }
}
