package io.github.registrymaven.catalogue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a log as UTF-8, whatever it is written in: UTF-16, as PowerShell does, or packed with gzip, as CI systems do. */
record LogBytes(InputStream stream, boolean isText) {
    private static final int SEEN = 4096;

    static LogBytes of(InputStream log) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(log, 64 * 1024);
        byte[] head = head(raw);
        if (head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            raw = new BufferedInputStream(new GZIPInputStream(raw), 64 * 1024);
            head = head(raw);
        }
        Charset wide = wide(head);
        if (wide != null) {
            return new LogBytes(new Narrowed(new InputStreamReader(raw, wide)), true);
        }
        return new LogBytes(raw, isText(head));
    }

    private static byte[] head(BufferedInputStream stream) throws IOException {
        stream.mark(SEEN);
        byte[] head = stream.readNBytes(SEEN);
        stream.reset();
        return head;
    }

    /** By its mark, or because every other byte is zero. */
    private static @Nullable Charset wide(byte[] head) {
        if (head.length < 4) {
            return null;
        }
        if ((head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if ((head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i % 2]++;
            }
        }
        int many = head.length * 2 / 5;
        int few = head.length / 50;
        if (zeros[1] >= many && zeros[0] <= few) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[0] >= many && zeros[1] <= few ? StandardCharsets.UTF_16BE : null;
    }

    /** A tenth of bytes that no text has, and it is none. */
    private static boolean isText(byte[] head) {
        int odd = 0;
        for (byte each : head) {
            if (each >= 0
                    && each < ' '
                    && each != '\n'
                    && each != '\r'
                    && each != '\t'
                    && each != 0x1b
                    && each != '\b') {
                odd++;
            }
        }
        return odd * 10 <= head.length;
    }

    /** Characters as UTF-8, one at a time. */
    private static final class Narrowed extends InputStream {
        private final InputStreamReader characters;
        private final byte[] pending = new byte[3];
        private int ahead;
        private int taken;

        Narrowed(InputStreamReader characters) {
            this.characters = characters;
        }

        @Override
        public int read() throws IOException {
            if (taken == ahead && !next()) {
                return -1;
            }
            return pending[taken++] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int each = read();
                if (each < 0) {
                    return count == 0 ? -1 : count;
                }
                target[from + count++] = (byte) each;
            }
            return count;
        }

        private boolean next() throws IOException {
            int character = characters.read();
            if (character < 0) {
                return false;
            }
            taken = 0;
            ahead = 0;
            if (character < 0x80) {
                pending[ahead++] = (byte) character;
            } else if (character < 0x800) {
                pending[ahead++] = (byte) (0xc0 | (character >> 6));
                pending[ahead++] = (byte) (0x80 | (character & 0x3f));
            } else {
                pending[ahead++] = (byte) (0xe0 | (character >> 12));
                pending[ahead++] = (byte) (0x80 | ((character >> 6) & 0x3f));
                pending[ahead++] = (byte) (0x80 | (character & 0x3f));
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            characters.close();
        }
    }
}
