package io.github.registrymaven.oci;

import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.RequestBody;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One upload that is under way, spec "Pushing blobs". The registry may move it with every answer; its query belongs to the
 * registry and is kept.
 */
final class UploadSession {
    private static final Pattern RANGE = Pattern.compile("(?:bytes=)?0-(\\d{1,18})");

    private final Repository repository;
    private volatile URI at;
    private long farthest;

    private UploadSession(Repository repository, URI at) {
        this.repository = repository;
        this.at = at;
    }

    /** The session that an answer opened; null where it names none that may be used. */
    static @Nullable UploadSession in(Repository repository, HttpAnswer opened) {
        URI at = UploadLocation.in(opened);
        return at == null || !repository.mayGoOnAt(at) ? null : new UploadSession(repository, at);
    }

    /** All of a blob whose digest is known, in one request. */
    HttpOutcome putAll(BlobSource source, String digest) throws IOException, InterruptedException {
        return repository.send("PUT", with(digest), octets(), from(source, 0));
    }

    /** The bytes from an offset on. */
    HttpOutcome patch(BlobSource source, long offset) throws IOException, InterruptedException {
        Map<String, String> headers = octets();
        if (offset > 0 && source.size() >= 0) {
            headers = Map.of(
                    "Content-Type", "application/octet-stream", "Content-Range", offset + "-" + (source.size() - 1));
        }
        return moved(repository.send("PATCH", at, headers, from(source, offset)));
    }

    /** Ends the upload. */
    HttpOutcome finish(String digest) throws IOException, InterruptedException {
        return repository.send("PUT", with(digest), octets(), null);
    }

    /**
     * How many bytes have arrived, as far as the registry says: 0 where it does not, where they are no more than one, or
     * where it claims more than was sent.
     */
    long arrived() throws IOException, InterruptedException {
        HttpOutcome outcome = moved(repository.send("GET", at, Map.of(), null));
        if (!(outcome instanceof HttpAnswer answer) || answer.status() / 100 != 2) {
            return 0;
        }
        Matcher range =
                RANGE.matcher(answer.headers().firstValue("range").orElse("").strip());
        long last = range.matches() ? Long.parseLong(range.group(1)) : 0;
        return last == 0 || last >= farthest ? 0 : last + 1;
    }

    void cancel() throws InterruptedException {
        repository.cancel(at);
    }

    private HttpOutcome moved(HttpOutcome outcome) {
        if (outcome instanceof HttpAnswer answer && answer.status() / 100 == 2) {
            URI next = UploadLocation.in(answer);
            if (next != null && repository.mayGoOnAt(next)) {
                at = next;
            }
        }
        return outcome;
    }

    private URI with(String digest) {
        String text = at.toString();
        return URI.create(text + (at.getRawQuery() == null ? "?" : "&") + "digest=" + Repository.encoded(digest));
    }

    private static Map<String, String> octets() {
        return Map.of("Content-Type", "application/octet-stream");
    }

    private RequestBody from(BlobSource source, long offset) {
        return new RequestBody() {
            @Override
            public long length() {
                return source.size() < 0 ? UNKNOWN : source.size() - offset;
            }

            @Override
            public InputStream open() throws IOException {
                InputStream in = source.open();
                try {
                    in.skipNBytes(offset);
                    return new Watched(in, offset);
                } catch (IOException | RuntimeException cutShort) {
                    in.close();
                    throw cutShort;
                }
            }
        };
    }

    /** Remembers how far it was read. */
    private final class Watched extends FilterInputStream {
        private long position;

        Watched(InputStream in, long position) {
            super(in);
            this.position = position;
        }

        @Override
        public int read() throws IOException {
            return seen(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            return seen(read, read);
        }

        private int seen(int result, int count) {
            if (result >= 0) {
                position += count;
                farthest = Math.max(farthest, position);
            }
            return result;
        }
    }
}
