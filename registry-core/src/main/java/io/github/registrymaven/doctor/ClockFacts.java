package io.github.registrymaven.doctor;

import io.github.registrymaven.network.Reach;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.preflight.Verdict;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** This machine's clock beside that of a registry: tokens and signatures are refused by a clock that is some minutes off. */
final class ClockFacts {
    private static final String ID = "clock";
    private static final Duration WORTH_A_WORD = Duration.ofMinutes(2);

    private ClockFacts() {}

    static List<Fact> of(Clock clock, RegistryHttp http, Set<String> hosts, boolean offline)
            throws InterruptedException {
        if (offline || hosts.isEmpty()) {
            return List.of(Fact.skipped(
                    ID, offline ? "not compared: Maven is offline" : "not compared: no image names a registry"));
        }
        for (String host : hosts) {
            if (http.reach(host) instanceof Reach.Reached reached) {
                Optional<Instant> theirs = date(reached.ping().headers().firstValue("Date"));
                if (theirs.isPresent()) {
                    return List.of(compared(host, Duration.between(theirs.get(), clock.instant())));
                }
            }
        }
        return List.of(Fact.skipped(ID, "not compared: no registry told the time"));
    }

    private static Fact compared(String host, Duration ahead) {
        Duration off = ahead.abs();
        if (off.compareTo(WORTH_A_WORD) < 0) {
            return Fact.ok(ID, "agrees with that of " + host);
        }
        return Fact.bad(
                ID,
                Verdict.WARN,
                "this machine's clock is " + off.toMinutes() + " minutes "
                        + (ahead.isNegative() ? "behind" : "ahead of") + " that of " + host,
                "Set the clock of this machine, by NTP",
                List.of(
                        "clouds refuse what is signed more than 5 minutes off, and tokens seem expired or not yet valid"));
    }

    private static Optional<Instant> date(Optional<String> header) {
        try {
            return header.map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
