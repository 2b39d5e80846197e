package io.github.registrymaven.testkit.google;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Misbehaviour of a cloud's services to order: what a call is answered with, instead of what the service would answer. The
 * order given first counts first; one that is used up is as if it were not there. Thread-safe.
 */
public final class GoogleFaults {
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    GoogleFaults() {}

    /** What happens instead; null ends the connection. */
    private interface Effect {
        @Nullable
        GoogleAnswer instead() throws InterruptedException;
    }

    /** A fault that a call met. */
    record Struck(@Nullable GoogleAnswer answer) {}

    private record Order(String method, AtomicInteger left, Effect effect) {
        boolean isFor(String called) {
            boolean named = method.endsWith("*")
                    ? called.startsWith(method.substring(0, method.length() - 1))
                    : called.equals(method);
            return named && left.getAndUpdate(count -> count > 0 ? count - 1 : count) != 0;
        }
    }

    /**
     * Begins an order for calls.
     *
     * @param method such as {@code artifactregistry.repositories.get}; a {@code *} at its end stands for anything
     */
    public When on(String method) {
        return new When(method, -1);
    }

    /** Takes every order back. */
    public void clear() {
        orders.clear();
    }

    /** An order whose effect is still to be named. */
    public final class When {
        private final String method;
        private final int times;

        private When(String method, int times) {
            this.method = method;
            this.times = times;
        }

        /** How often; without it, always. */
        public When times(int count) {
            return new When(method, count);
        }

        /** Answers with a status and a body of JSON. */
        public void answer(int status, String body) {
            order(() -> new GoogleAnswer(status, "application/json; charset=UTF-8", body, Map.of()));
        }

        /** Answers with an error in Google's format, without details. */
        public void fail(int status, String name, String message) {
            order(() -> new RpcFailure(status, name, message).answer());
        }

        /** An error of Google's own, with the reason in its details. */
        public void fail(int status, String name, String message, String reason) {
            order(() -> new RpcFailure(status, name, message)
                    .because(reason, "googleapis.com", GoogleJson.object())
                    .answer());
        }

        /** Too many calls, says the service. */
        public void throttle() {
            fail(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Requests'.", "RATE_LIMIT_EXCEEDED");
        }

        /** The service has an error of its own. */
        public void serverError() {
            fail(503, "UNAVAILABLE", "The service is currently unavailable.");
        }

        /** A proxy shows a page for people. */
        public void proxyPage() {
            order(() -> GoogleAnswer.text(200, "<!doctype html><html><body>Sign in to the network</body></html>"));
        }

        /** Ends the connection without an answer. */
        public void drop() {
            order(() -> null);
        }

        /** Takes the call and never answers; the connection ends with the cloud. */
        public void neverAnswer() {
            order(() -> {
                closed.await();
                return null;
            });
        }

        private void order(Effect effect) {
            orders.add(new Order(method, new AtomicInteger(times), effect));
        }
    }

    /** The fault that a call meets; null where there is none. */
    @Nullable
    Struck strike(String method) {
        for (Order order : orders) {
            if (order.isFor(method)) {
                try {
                    return new Struck(order.effect().instead());
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                    return new Struck(null);
                }
            }
        }
        return null;
    }

    void release() {
        closed.countDown();
    }
}
