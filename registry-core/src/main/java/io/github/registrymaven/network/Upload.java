package io.github.registrymaven.network;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.impl.io.ChunkedOutputStream;
import org.apache.hc.core5.http.impl.io.SessionOutputBufferImpl;
import org.jspecify.annotations.Nullable;

/**
 * One request whose body is sent while it is read, and its answer, which may come before the body is through. One thread sends
 * and one waits for the answer, so that a refusal is heard at once.
 */
final class Upload {
    /** In bytes. What is no progress for long enough is taken for a failure, so that it is not more at a time. */
    private static final int PIECE = 1 << 16;

    private static final Duration MOMENT = Duration.ofMillis(100);

    private final HttpCall call;
    private final RequestBody body;
    private final Way way;
    private final Connections connections;
    private final ExecutorService threads;
    private final Held held = new Held();
    private final Progress progress;
    private final CompletableFuture<HttpAnswer> answering = new CompletableFuture<>();
    private volatile @Nullable Connection connection;

    /**
     * Takes what is sent and where.
     *
     * @param patience how long the other side may take no byte
     */
    Upload(
            HttpCall call,
            RequestBody body,
            Way way,
            Connections connections,
            ExecutorService threads,
            Duration patience) {
        this.call = call;
        this.body = body;
        this.way = way;
        this.connections = connections;
        this.threads = threads;
        this.progress = new Progress(patience, System::nanoTime);
    }

    /** The source of a body failed; its own exception is the cause. */
    static final class BodyFailed extends Exception {
        private static final long serialVersionUID = 1L;

        private final IOException reason;

        BodyFailed(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }

    /** The other side took some bytes, and then no more. */
    static final class Stalled extends TimeoutException {
        private static final long serialVersionUID = 1L;

        private final long sent;

        Stalled(long sent) {
            super("no byte was taken after " + sent);
            this.sent = sent;
        }

        long sent() {
            return sent;
        }
    }

    HttpAnswer answer() throws InterruptedException, ExecutionException, TimeoutException, BodyFailed {
        CompletableFuture<Void> sending = CompletableFuture.runAsync(this::send, threads);
        boolean fit = false;
        try {
            HttpAnswer answer = awaited();
            fit = progress.isLastGiven() && endsAtOnce(sending);
            return answer;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof BodyFailed source) {
                throw source;
            }
            throw failed;
        } finally {
            boolean intact = fit && held.letGo();
            held.end();
            // Whoever called may close what the body is read from.
            sending.join();
            Connection opened = connection;
            if (opened != null) {
                connections.done(way, opened, intact);
            }
        }
    }

    /** A quick answer may overtake what is left to do for the one who sent the last piece. */
    private static boolean endsAtOnce(CompletableFuture<Void> sending) throws InterruptedException, ExecutionException {
        try {
            sending.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException unread) {
            return false;
        }
    }

    private HttpAnswer awaited() throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                return answering.get(progress.nanosLeft(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                if (progress.nanosLeft() <= 0) {
                    throw progress.sent() == 0 ? late : new Stalled(progress.sent());
                }
            }
        }
    }

    private void send() {
        try (InputStream in = opened()) {
            ClassicHttpRequest request = Requests.head(call, way, body.length());
            Connection opened = connections.sure(way, held);
            connection = opened;
            opened.send(request);
            threads.execute(() -> listen(opened, request));
            send(in, opened);
        } catch (IOException | GeneralSecurityException | BodyFailed | RuntimeException trouble) {
            // First, so that nobody hears of what follows from it instead.
            answering.completeExceptionally(trouble);
            held.end();
        }
    }

    private InputStream opened() throws BodyFailed {
        try {
            return body.open();
        } catch (IOException unreadable) {
            throw new BodyFailed(unreadable);
        }
    }

    private void listen(Connection opened, ClassicHttpRequest request) {
        try {
            answering.complete(opened.answer(call, request));
        } catch (IOException | RuntimeException broken) {
            answering.completeExceptionally(broken);
            held.end();
        }
    }

    private void send(InputStream in, Connection opened) throws BodyFailed {
        try {
            OutputStream plain = opened.body();
            if (body.length() == RequestBody.UNKNOWN) {
                // Never closed, which would make a whole body of one that is cut short.
                ChunkedOutputStream chunks = new ChunkedOutputStream(new SessionOutputBufferImpl(PIECE), plain, PIECE);
                send(in, chunks, Long.MAX_VALUE);
                progress.giveLast();
                chunks.finish();
                chunks.flush();
            } else {
                long missing = send(in, plain, body.length());
                if (missing > 0) {
                    throw new BodyFailed(new EOFException("the body ended " + missing + " bytes too early"));
                }
            }
            progress.end();
        } catch (IOException broken) {
            // What the other side said before it ended the connection, or how it did, is heard by who listens.
            return;
        }
    }

    /** How many bytes were announced and did not come. */
    private long send(InputStream in, OutputStream out, long length) throws IOException, BodyFailed {
        byte[] piece = new byte[PIECE];
        long left = length;
        if (left == 0) {
            progress.giveLast();
        }
        while (left > 0) {
            progress.read();
            int read = read(in, piece, (int) Math.min(left, PIECE));
            if (read == 0) {
                break;
            }
            if (read == left) {
                progress.giveLast();
            } else {
                progress.give();
            }
            out.write(piece, 0, read);
            progress.taken(read);
            left -= read;
        }
        return left;
    }

    private static int read(InputStream in, byte[] piece, int most) throws BodyFailed {
        try {
            return in.readNBytes(piece, 0, most);
        } catch (IOException unreadable) {
            throw new BodyFailed(unreadable);
        }
    }
}
