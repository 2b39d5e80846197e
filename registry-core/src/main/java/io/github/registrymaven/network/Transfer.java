package io.github.registrymaven.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request and its answer. A small request is answered within a limit; one with a body may last as long as bytes are
 * taken.
 */
final class Transfer {
    private static final int MOST_BODY_BYTES = 1 << 20;

    /**
     * What a registry needs after the last byte grows with the body: a proxy that buffered it passes it on only now, and a
     * store of objects copies it to its final place.
     */
    private static final long BYTES_A_SECOND = 4L << 20;

    private final HttpCall call;
    private final Clients.Client client;

    Transfer(HttpCall call, Clients.Client client) {
        this.call = call;
        this.client = client;
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

    /** Sends, without a body or with a small form. */
    HttpAnswer answer(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> answering =
                sent(Requests.of(call, null, client.proxyAuthorization(), limit));
        try {
            return answer(answering.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } finally {
            answering.cancel(true);
        }
    }

    /** Sends a body with it. */
    HttpAnswer answer(RequestBody body, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException, BodyFailed {
        try (InputStream in = body.open()) {
            return stream(in, new StreamedBody(body.length()), patience);
        } catch (IOException unreadable) {
            throw new BodyFailed(unreadable);
        }
    }

    private HttpAnswer stream(InputStream in, StreamedBody streamed, Duration patience)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        // What is waited for is done when the body has been told so: to break off either after the answer would close a
        // connection that may serve another request by then.
        CompletableFuture<HttpResponse<byte[]>> answering = sent(Requests.of(
                        call, streamed, client.proxyAuthorization(), null))
                .whenComplete((answer, trouble) -> streamed.end());
        try {
            if (streamed.contentLength() != 0) {
                streamed.feed(in, patience);
            }
            Duration limit = patience.plusSeconds(streamed.sent() / BYTES_A_SECOND);
            return answer(answering.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            throw streamed.sent() == 0 ? late : new Stalled(streamed.sent());
        } finally {
            streamed.abandon();
            answering.cancel(true);
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> sent(HttpRequest request) {
        return client.http().sendAsync(request, info -> new BoundedBody(MOST_BODY_BYTES));
    }

    private HttpAnswer answer(HttpResponse<byte[]> response) {
        return new HttpAnswer(call.uri(), response.statusCode(), response.headers(), response.body());
    }
}
