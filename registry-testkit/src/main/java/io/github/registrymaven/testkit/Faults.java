package io.github.registrymaven.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Misbehaviour to order: what a request is answered with, instead of what the registry would answer. The order given first
 * counts first; one that is used up is as if it were not there. Thread-safe.
 */
public final class Faults {
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private final Store store;

    Faults(Store store) {
        this.store = store;
    }

    /** What happens instead. */
    private interface Effect {
        void on(Exchange exchange) throws IOException;
    }

    /**
     * An order.
     *
     * @param answers whether the effect is all that happens, and the registry itself does not answer
     */
    private record Order(String method, Pattern path, AtomicInteger left, Effect effect, boolean answers) {
        boolean isFor(Exchange exchange) {
            return (method.equals("*") || method.equals(exchange.method()))
                    && path.matcher(exchange.path()).matches()
                    && left.getAndUpdate(count -> count > 0 ? count - 1 : count) != 0;
        }
    }

    /**
     * Begins an order for requests.
     *
     * @param method the method, or {@code *}
     * @param path the path, in which {@code *} stands for anything
     */
    public When on(String method, String path) {
        return new When(method, Wildcard.pattern(path), -1);
    }

    /** Takes every order back. */
    public void clear() {
        orders.clear();
    }

    /** An order whose effect is still to be named. */
    public final class When {
        private final String method;
        private final Pattern path;
        private final int times;

        private When(String method, Pattern path, int times) {
            this.method = method;
            this.path = path;
            this.times = times;
        }

        /** How often; without it, always. */
        public When times(int count) {
            return new When(method, path, count);
        }

        /** Answers with a status and a body of JSON. */
        public void answer(int status, String body) {
            answer(status, Map.of("Content-Type", "application/json"), body);
        }

        /** Answers with a status, headers and a body. */
        public void answer(int status, Map<String, String> headers, String body) {
            order(exchange -> {
                headers.forEach(exchange::with);
                exchange.answer(
                        status,
                        headers.getOrDefault("Content-Type", "application/json"),
                        body.getBytes(StandardCharsets.UTF_8));
            });
        }

        /** Answers with an error in the format of the specification. */
        public void error(int status, String code, String message) {
            answer(status, Refused.body(code, message));
        }

        /** Answers 429 and how many seconds to wait. */
        public void tooManyRequests(int retryAfter) {
            answer(
                    429,
                    Map.of("Retry-After", String.valueOf(retryAfter), "Content-Type", "application/json"),
                    Refused.body("TOOMANYREQUESTS", "too many requests"));
        }

        /** Sends the client elsewhere. */
        public void redirect(int status, String location) {
            answer(status, Map.of("Location", location, "Content-Type", "text/plain"), "");
        }

        /** Shows the sign-in page of a network. */
        public void captivePortal() {
            answer(200, Map.of("Content-Type", "text/html"), "<html><body>Sign in to the network</body></html>");
        }

        /** Answers 200 and then the body byte by byte, with a pause before each; closing the registry ends it. */
        public void slowly(String body, Duration pause) {
            order(exchange -> {
                try (OutputStream out = exchange.begin(200, body.length())) {
                    for (byte each : body.getBytes(StandardCharsets.US_ASCII)) {
                        if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                            break;
                        }
                        out.write(each);
                        out.flush();
                    }
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                } finally {
                    exchange.end();
                }
            });
        }

        /** Ends the connection before an answer. */
        public void drop() {
            order(Exchange::drop);
        }

        /**
         * Takes some bytes of the body into the upload that it is for and ends the connection, as a proxy that is restarted.
         * What was taken is kept, so that the upload can go on.
         */
        public void dropAfter(long bytes) {
            order(exchange -> {
                take(exchange, bytes);
                exchange.drop();
            });
        }

        /** Takes some bytes of the body, and then neither more of them nor leave; the connection ends with the registry. */
        public void stallAfter(long bytes) {
            order(exchange -> {
                take(exchange, bytes);
                hold(exchange);
            });
        }

        /** Takes the body in pieces of some bytes, with a pause after each, and answers as ever. */
        public void takeSlowly(int bytes, Duration pause) {
            orders.add(new Order(
                    method,
                    path,
                    new AtomicInteger(times),
                    exchange -> exchange.readThrough(new SlowBody(exchange.body(), bytes, pause, closed)),
                    false));
        }

        /** Takes some bytes of the body, forgets the upload and answers as a registry does that knows nothing of it. */
        public void forgetUploadAfter(long bytes) {
            order(exchange -> {
                take(exchange, bytes);
                Store.Upload upload = upload(exchange);
                if (upload != null) {
                    store.cancel(upload);
                }
                exchange.json(404, Refused.body("BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry"));
            });
        }

        /** Answers 413 with nginx's own page, as it does over {@code client_max_body_size}. */
        public void tooLarge() {
            answer(
                    413,
                    Map.of("Content-Type", "text/html", "Server", "nginx"),
                    "<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body></body>\r\n</html>\r\n");
        }

        /** Ends the connection in the middle of the answer's body. */
        public void cutShort() {
            order(exchange -> exchange.cutShort(200, new byte[] {'{'}));
        }

        /** Takes the request and never answers; the connection ends with the registry. */
        public void neverAnswer() {
            order(this::hold);
        }

        private void hold(Exchange exchange) throws IOException {
            try {
                closed.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            exchange.drop();
        }

        private void take(Exchange exchange, long bytes) throws IOException {
            Store.Upload upload = upload(exchange);
            byte[] taken = exchange.body().readNBytes((int) bytes);
            if (upload != null) {
                Files.write(upload.file(), taken, StandardOpenOption.APPEND);
            }
        }

        private Store.@Nullable Upload upload(Exchange exchange) {
            String path = exchange.path();
            return store.upload(path.substring(path.lastIndexOf('/') + 1));
        }

        private void order(Effect effect) {
            orders.add(new Order(method, path, new AtomicInteger(times), effect, true));
        }
    }

    /** Whether a request met a fault, which then has answered it. */
    boolean strike(Exchange exchange) throws IOException {
        for (Order order : orders) {
            if (order.isFor(exchange)) {
                order.effect().on(exchange);
                return order.answers();
            }
        }
        return false;
    }

    void release() {
        closed.countDown();
    }
}
