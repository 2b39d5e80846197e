package io.github.registrymaven.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;

/**
 * A part of a file. Each stream opens the file for itself: readers on several threads share no position, and unlike a
 * channel it outlives the interrupt of another thread.
 */
final class SliceStream extends InputStream {
    private final Stored stored;
    private final RandomAccessFile file;
    private long left;

    SliceStream(Stored stored) throws IOException {
        this.stored = stored;
        this.left = stored.size();
        this.file = new RandomAccessFile(stored.file().toFile(), "r");
        file.seek(stored.offset());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = file.read(to, from, (int) Math.min(most, left));
        if (read < 0) {
            throw BrokenImage.missing(
                    stored.place(), " ends " + left + " bytes too early: the file was cut short after it was opened");
        }
        left -= read;
        return read;
    }

    /** Not zero before the end: {@link java.util.zip.GZIPInputStream} takes that for the end of its last member. */
    @Override
    public int available() {
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
