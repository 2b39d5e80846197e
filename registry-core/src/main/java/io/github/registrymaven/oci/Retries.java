package io.github.registrymaven.oci;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which requests of a push are worth repeating, and when: 429 and errors of the server after {@code Retry-After}, broken
 * connections after a pause that doubles. A refusal never is. Bounded for each request, and for all of a push together.
 * Thread-safe.
 */
public final class Retries {
    private static final int MOST_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration ALL_PAUSES = Duration.ofMinutes(5);
    private static final Set<Cause> PASSING = Set.of(
            Cause.CONNECTION_RESET,
            Cause.CONNECTION_REFUSED,
            Cause.CONNECTION_TIMEOUT,
            Cause.TLS_HANDSHAKE_TIMEOUT,
            Cause.DEADLINE_EXCEEDED);

    private final Clock clock;
    private final Pause pause;
    private final DoubleSupplier jitter;
    private final AtomicLong spent = new AtomicLong();

    /** Waits for real. */
    public static Retries waiting(Clock clock) {
        return new Retries(
                clock, Pause.real(), () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Retries with a wait of the caller's own.
     *
     * @param jitter between 0 and 1: clients that failed together do not come back together
     */
    public Retries(Clock clock, Pause pause, DoubleSupplier jitter) {
        this.clock = clock;
        this.pause = pause;
        this.jitter = jitter;
    }

    /**
     * Whether a request should be sent once more; returns when it is time to.
     *
     * @param tries how often it was sent so far
     */
    boolean again(HttpOutcome outcome, int tries) throws InterruptedException {
        Duration wait = tries < MOST_TRIES ? waitAfter(outcome, tries) : null;
        if (wait == null
                || wait.compareTo(LONGEST_PAUSE) > 0
                || spent.addAndGet(wait.toMillis()) > ALL_PAUSES.toMillis()) {
            return false;
        }
        pause.of(wait);
        return true;
    }

    private @Nullable Duration waitAfter(HttpOutcome outcome, int tries) {
        Duration doubling = FIRST_PAUSE.multipliedBy(1L << (tries - 1));
        Duration wait = doubling.plusMillis((long) (doubling.toMillis() * jitter.getAsDouble() / 2));
        if (outcome instanceof NetworkFault fault) {
            return PASSING.contains(fault.cause()) ? wait : null;
        }
        HttpAnswer answer = (HttpAnswer) outcome;
        if (answer.status() != 429 && (answer.status() < 500 || answer.status() == 501 || answer.status() == 507)) {
            return null;
        }
        Duration asked = RetryAfter.in(answer, clock);
        return asked == null ? wait : asked;
    }
}
