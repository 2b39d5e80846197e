package io.github.registrymaven.oci;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.RegistryHttp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request again where the registry says "not now": once after 429, and three times within some seconds after an error of
 * the server's own, which a gateway shows while what is behind it is started; after {@code Retry-After} (RFC 9110, section
 * 10.2.3) or a pause, and only if the deadline leaves time for it. What only reads is sent again where its connection was reset.
 */
public final class SecondTry {
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private static final List<Duration> AFTER_AN_ERROR =
            List.of(A_MOMENT, Duration.ofMillis(1500), Duration.ofSeconds(3));
    private static final Duration ALL_PAUSES = Duration.ofSeconds(5);

    private final RegistryHttp http;
    private final Deadline deadline;
    private final Clock clock;
    private final Pause pause;

    /** Waits for real. */
    public SecondTry(RegistryHttp http, Deadline deadline, Clock clock) {
        this(http, deadline, clock, Pause.real());
    }

    SecondTry(RegistryHttp http, Deadline deadline, Clock clock, Pause pause) {
        this.http = http;
        this.deadline = deadline;
        this.clock = clock;
        this.pause = pause;
    }

    /** Sends, and sends again as long as that may help. */
    public HttpOutcome send(HttpCall call) throws InterruptedException {
        HttpOutcome first = first(call);
        return first instanceof HttpAnswer answer ? again(answer, call) : first;
    }

    /** The same with less patience, for what decides nothing: sends again at most once. */
    HttpOutcome sendBriefly(HttpCall call) throws InterruptedException {
        HttpOutcome first = first(call);
        return first instanceof HttpAnswer answer && isDueAfter(answer) ? http.send(call) : first;
    }

    private HttpOutcome first(HttpCall call) throws InterruptedException {
        HttpOutcome first = http.send(call);
        boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
        return reads && first instanceof NetworkFault fault && fault.cause() == Cause.CONNECTION_RESET
                ? http.send(call)
                : first;
    }

    /** Repeats a request whose first answer is already here, as long as its answers ask for that. */
    HttpOutcome again(HttpAnswer first, HttpCall call) throws InterruptedException {
        HttpOutcome outcome = first;
        Duration waited = Duration.ZERO;
        for (int looks = 0; outcome instanceof HttpAnswer answer; looks++) {
            Duration wait = waitAfter(answer, looks);
            if (wait == null
                    || (looks > 0 && waited.plus(wait).compareTo(ALL_PAUSES) > 0)
                    || wait.compareTo(deadline.remaining()) >= 0) {
                break;
            }
            pause.of(wait);
            waited = waited.plus(wait);
            outcome = http.send(call);
        }
        return outcome;
    }

    /** Null where it is not to be sent again. */
    private @Nullable Duration waitAfter(HttpAnswer answer, int looks) {
        boolean passes = answer.status() >= 500 && answer.status() != 501 && looks < AFTER_AN_ERROR.size();
        if (!passes && !(answer.status() == 429 && looks == 0)) {
            return null;
        }
        Duration asked = RetryAfter.in(answer, clock);
        return asked == null ? AFTER_AN_ERROR.get(looks) : asked;
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
