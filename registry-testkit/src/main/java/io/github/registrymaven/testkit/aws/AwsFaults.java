package io.github.registrymaven.testkit.aws;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Misbehaviour of a cloud's API to order: what a call is answered with, instead of what the service would answer. The order
 * given first counts first; one that is used up is as if it were not there. Thread-safe.
 */
public final class AwsFaults {
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    AwsFaults() {}

    /** What happens instead; null ends the connection. */
    private interface Effect {
        @Nullable
        AwsAnswer instead(Service service) throws InterruptedException;
    }

    /** A fault that a call met. */
    record Struck(@Nullable AwsAnswer answer) {}

    private record Order(String operation, AtomicInteger left, Effect effect) {
        boolean isFor(String called) {
            return Glob.matches(operation, called) && left.getAndUpdate(count -> count > 0 ? count - 1 : count) != 0;
        }
    }

    /**
     * Begins an order for calls.
     *
     * @param operation such as {@code DescribeRepositories}; {@code *} stands for anything
     */
    public When on(String operation) {
        return new When(operation, -1);
    }

    /** Takes every order back. */
    public void clear() {
        orders.clear();
    }

    /** An order whose effect is still to be named. */
    public final class When {
        private final String operation;
        private final int times;

        private When(String operation, int times) {
            this.operation = operation;
            this.times = times;
        }

        /** How often; without it, always. */
        public When times(int count) {
            return new When(operation, count);
        }

        /** Too many calls, says the service. */
        public void throttle() {
            order(service -> failed(
                    service,
                    service.speaksJson()
                            ? AwsFailure.ecr("ThrottlingException", "Rate exceeded")
                            : new AwsFailure(400, "Throttling", "Rate exceeded")));
        }

        /** The service has an error of its own. */
        public void serverError() {
            order(service -> failed(
                    service,
                    new AwsFailure(
                            500,
                            service.speaksJson() ? "ServerException" : "InternalFailure",
                            "Service Unavailable. Please try again later.")));
        }

        /** An error of the service's own format. */
        public void fail(int status, String code, String message) {
            order(service -> failed(service, new AwsFailure(status, code, message)));
        }

        /** The key is none that AWS knows: {@code UnrecognizedClientException}, {@code InvalidClientTokenId}. */
        public void unknownKey() {
            order(service -> failed(service, LoginFault.UNKNOWN_KEY.in(service)));
        }

        /** The session has ended: {@code ExpiredTokenException}, {@code ExpiredToken}. */
        public void expiredToken() {
            order(service -> failed(service, LoginFault.EXPIRED_TOKEN.in(service)));
        }

        /** The secret is another key's: {@code InvalidSignatureException}, {@code SignatureDoesNotMatch}. */
        public void wrongSignature() {
            order(service -> failed(service, LoginFault.WRONG_SIGNATURE.in(service)));
        }

        /** The client's clock is wrong, and stays so whatever the client does about it. */
        public void skewedClock() {
            String text =
                    "Signature expired: 20260101T000000Z is now earlier than 20260101T004500Z (20260101T010000Z - 15"
                            + " min.)";
            order(service -> failed(service, LoginFault.SKEWED_CLOCK.in(service, text)));
        }

        /** The signature is older than the service takes. */
        public void requestExpired() {
            order(service -> failed(service, LoginFault.EXPIRED_REQUEST.in(service)));
        }

        /** A proxy answers in the service's stead. */
        public void proxyPage(int status) {
            answer(status, Map.of("Content-Type", "text/html"), "<html><body>Access denied by proxy</body></html>");
        }

        /** Answers with a status, headers and a body. */
        public void answer(int status, Map<String, String> headers, String body) {
            String type = headers.getOrDefault("Content-Type", "text/plain");
            order(service -> new AwsAnswer(status, type, body, "", headers));
        }

        /** Ends the connection before an answer. */
        public void drop() {
            order(service -> null);
        }

        /** Takes the call and never answers; the connection ends with the cloud. */
        public void neverAnswer() {
            order(service -> {
                closed.await();
                return null;
            });
        }

        private AwsAnswer failed(Service service, AwsFailure failure) {
            return AwsAnswer.failed(service, failure);
        }

        private void order(Effect effect) {
            orders.add(new Order(operation, new AtomicInteger(times), effect));
        }
    }

    /** What a call meets instead of the service; null where it meets none. */
    @Nullable
    Struck strike(Service service, String operation) {
        for (Order order : orders) {
            if (order.isFor(operation)) {
                try {
                    return new Struck(order.effect().instead(service));
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
