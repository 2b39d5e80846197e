package io.github.registrymaven.catalogue;

import io.github.registrymaven.diagnosis.Cause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Picks from all failures that a log tells of the one that decided. What stands close together is one event, told by several
 * layers of a tool: there the words that name a cause outrank those that wrap it. Of several events the last one ended the
 * build, unless it says no more than that something failed. Holds one candidate of an event, however long the log.
 */
final class Decision {
    /** More bytes than this between two failures, and they are two events. */
    private static final int EVENT = 6_000;

    private static final int MOST_ALTERNATIVES = 4;

    /** The failure that leads, with the reading that it is from. */
    record Candidate(Reading reading, Reading.Failure failure, int rank, Reading.@Nullable Name image) {
        boolean isPull() {
            return image != null && "pull".equals(image.mention().operation());
        }
    }

    private static final class Event {
        @Nullable
        Candidate leader;

        final Set<Cause> causes = new LinkedHashSet<>();
        long last;
    }

    private @Nullable Event open;
    private @Nullable Event decisive;
    private Reading.@Nullable Name lastImage;
    private @Nullable Reading lastImageReading;

    /** Takes what a piece of the log says, pieces in the order of the log. */
    void add(Reading reading, long place) {
        for (Reading.Failure failure : reading.failures()) {
            add(reading, failure, place + failure.fit().start());
        }
        for (Reading.Name name : reading.names()) {
            if (reading.tellsImage(name)) {
                lastImage = name;
                lastImageReading = reading;
            }
        }
    }

    private void add(Reading reading, Reading.Failure failure, long place) {
        if (open == null || place - open.last > EVENT) {
            close();
            open = new Event();
        }
        Event event = open;
        event.last = place;
        Candidate candidate = new Candidate(
                reading,
                failure,
                rank(reading, failure),
                reading.imageAt(failure.fit().start()));
        if (candidate.rank() <= 3 && event.causes.size() <= 2 * MOST_ALTERNATIVES) {
            event.causes.add(failure.entry().means());
        }
        if (event.leader == null || outranks(candidate, event.leader)) {
            event.leader = candidate;
        }
    }

    /** What is tried again has not decided yet. */
    private static int rank(Reading reading, Reading.Failure failure) {
        String line = reading.passage().line(failure.fit().start()).toLowerCase(Locale.ROOT);
        boolean goesOn = line.contains("retrying")
                || line.contains("will retry")
                || line.contains("attempting next endpoint")
                || line.contains("continuing")
                || line.contains("ignoring");
        return failure.entry().rank() + (goesOn ? 2 : 0);
    }

    private static boolean outranks(Candidate candidate, Candidate leader) {
        if (candidate.rank() != leader.rank()) {
            return candidate.rank() < leader.rank();
        }
        if (candidate.isPull() != leader.isPull()) {
            return leader.isPull();
        }
        return candidate.failure().weight() > leader.failure().weight();
    }

    private void close() {
        Event event = open;
        if (event == null || event.leader == null) {
            return;
        }
        Event before = decisive;
        boolean saysMore = before == null || before.leader == null || event.leader.rank() <= before.leader.rank() + 1;
        if (saysMore) {
            decisive = event;
        }
        open = null;
    }

    /** The failure that decided; null where the log tells of none. */
    @Nullable
    Candidate candidate() {
        close();
        return decisive == null ? null : decisive.leader;
    }

    /** What else it could be: what the same words also mean, then what stands beside them. */
    List<Cause> alternatives() {
        Candidate leader = candidate();
        if (leader == null || decisive == null) {
            return List.of();
        }
        Set<Cause> alternatives = new LinkedHashSet<>(leader.failure().entry().alternatives());
        alternatives.addAll(decisive.causes);
        alternatives.remove(leader.failure().entry().means());
        alternatives.remove(Cause.UNKNOWN);
        List<Cause> listed = new ArrayList<>(alternatives);
        return listed.subList(0, Math.min(MOST_ALTERNATIVES, listed.size()));
    }

    /** The image that was named last in the whole log, with its reading; for a failure that names none. */
    Reading.@Nullable Name lastImage() {
        return lastImage;
    }

    @Nullable
    Reading lastImageReading() {
        return lastImageReading;
    }
}
