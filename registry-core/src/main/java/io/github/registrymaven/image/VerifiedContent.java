package io.github.registrymaven.image;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Content whose digest is verified while it is read. The last bytes are handed out only when all are right, so that even a
 * reader that counts and does not ask for the end never gets to the end of a wrong one.
 */
record VerifiedContent(Stored stored, ContentDigest digest) implements Content {
    @Override
    public long size() {
        return stored.size();
    }

    @Override
    public InputStream open() throws IOException {
        if (stored.size() == 0) {
            verify(digest.start());
        }
        return new Verifying(stored.open());
    }

    /** All of it, where it is small. */
    byte[] bytes(int most) throws IOException {
        byte[] bytes = stored.bytes(most);
        MessageDigest digested = digest.start();
        digested.update(bytes);
        verify(digested);
        return bytes;
    }

    private void verify(MessageDigest digested) throws BrokenImage {
        if (!digest.isOf(digested)) {
            throw altered();
        }
    }

    private BrokenImage altered() {
        return BrokenImage.altered(stored.place(), " does not have the digest " + digest + " that it should have");
    }

    private final class Verifying extends InputStream {
        private final InputStream in;
        private final MessageDigest digested = digest.start();
        private long left = stored.size();
        private boolean verified = left == 0;

        Verifying(InputStream in) {
            this.in = in;
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
                digested.update(to, from, read);
                left -= read;
                if (left == 0) {
                    verify(digested);
                    verified = true;
                }
            } else if (read < 0 && !verified) {
                throw altered();
            }
            return read;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
