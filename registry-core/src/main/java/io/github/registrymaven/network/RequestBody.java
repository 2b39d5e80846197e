package io.github.registrymaven.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request, sent while it is read. */
public interface RequestBody {
    /** The length of a body that is known only at its end; it is sent in chunks. */
    long UNKNOWN = -1;

    /** In bytes, or {@link #UNKNOWN}. */
    long length();

    /** The bytes from the first one on; asked again where a redirect leads elsewhere. Whoever asks closes the stream. */
    InputStream open() throws IOException;

    /** Bytes at hand. */
    static RequestBody of(byte[] bytes) {
        return new RequestBody() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
