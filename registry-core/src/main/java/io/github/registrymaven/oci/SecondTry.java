package io.github.registrymaven.oci;

import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.RegistryHttp;
import java.time.Clock;
import java.time.Duration;

/**
 * Sends a request a second time where the registry says "not now": 429 and 5xx, after {@code Retry-After} (RFC 9110,
 * section 10.2.3) or a moment, once, and only if the deadline leaves time for it.
 */
public final class SecondTry {
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final RegistryHttp http;
    private final Deadline deadline;
    private final Clock clock;
    private final Pause pause;

    /** Waits for real. */
    public SecondTry(RegistryHttp http, Deadline deadline, Clock clock) {
        this(http, deadline, clock, time -> Thread.sleep(time.toMillis()));
    }

    SecondTry(RegistryHttp http, Deadline deadline, Clock clock, Pause pause) {
        this.http = http;
        this.deadline = deadline;
        this.clock = clock;
        this.pause = pause;
    }

    /** How a wait is done, so that tests need not. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /** Sends, and sends again at most once. */
    public HttpOutcome send(HttpCall call) throws InterruptedException {
        HttpOutcome first = http.send(call);
        return first instanceof HttpAnswer answer ? again(answer, call) : first;
    }

    /** Repeats a request whose first answer is already here, if that answer asks for it. */
    HttpOutcome again(HttpAnswer first, HttpCall call) throws InterruptedException {
        return isDueAfter(first) ? http.send(call) : first;
    }

    /** Waits, where an answer asks for a second request and there is time for it; false where there is to be none. */
    public boolean isDueAfter(HttpAnswer first) throws InterruptedException {
        if (first.status() != 429 && first.status() < 500) {
            return false;
        }
        Duration asked = RetryAfter.in(first, clock);
        Duration wait = asked == null ? A_MOMENT : asked;
        if (wait.compareTo(deadline.remaining()) >= 0) {
            return false;
        }
        pause.of(wait);
        return true;
    }
}
