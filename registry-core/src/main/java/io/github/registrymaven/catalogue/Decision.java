package io.github.registrymaven.catalogue;

import io.github.registrymaven.diagnosis.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Picks from all failures that a log tells of the one that decided. What stands close together is one event, told by several
 * layers of a tool: there the words that name a cause outrank those that wrap it. Where a push begins, an event ends. Of several
 * events the last one ended the build, unless it says no more than that something failed; what tests print that pass is none.
 * Holds one candidate of an event, however long the log.
 */
final class Decision {
    /** More bytes than this between two failures, and they are two events. */
    private static final int EVENT = 6_000;

    private static final int MOST_ALTERNATIVES = 4;

    /** The failure that leads, with the reading that it is from. */
    record Candidate(Reading reading, Reading.Failure failure, int rank, boolean goesOn, Reading.@Nullable Name image) {
        boolean isPull() {
            return image != null && "pull".equals(image.mention().operation());
        }
    }

    /** An image that was named, with the reading that names it. */
    record Image(Reading reading, Reading.Name name) {}

    private static final class Event {
        @Nullable
        Candidate leader;

        @Nullable
        Image image;

        final Set<Cause> causes = new LinkedHashSet<>();
        long last;
    }

    private final Catalogue catalogue;
    private @Nullable Event open;
    private @Nullable Event latest;
    private @Nullable Event decisive;
    private @Nullable Image lastImage;
    /** What had decided when the tests began that may be running; passed tests lead back there. */
    private @Nullable Event beforeTests;

    private boolean mayBeTesting = true;

    Decision(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Takes what a piece of the log says, pieces in the order of the log. */
    void add(Reading reading, long place) {
        Iterator<Reading.Name> names = reading.names().stream()
                .sorted(Comparator.comparingInt(name -> name.fit().start()))
                .iterator();
        Reading.Name next = names.hasNext() ? names.next() : null;
        for (Reading.Failure failure : reading.failures()) {
            while (next != null && next.fit().start() <= failure.fit().start()) {
                add(reading, next, place);
                next = names.hasNext() ? names.next() : null;
            }
            add(reading, failure, place + failure.fit().start());
        }
        while (next != null) {
            add(reading, next, place);
            next = names.hasNext() ? names.next() : null;
        }
    }

    private void add(Reading reading, Reading.Name name, long place) {
        String marks = name.mention().marks();
        if (reading.beginsPush(name)) {
            close();
            mayBeTesting = false;
        } else if (Mention.DONE.equals(marks) && open != null && open.leader != null && open.leader.goesOn()) {
            open = null; // what was tried again went well
        } else if (Mention.TESTS.equals(marks)) {
            close();
            beforeTests = decisive;
            mayBeTesting = true;
        } else if (Mention.TESTED.equals(marks) && mayBeTesting) {
            if (reading.tellsOfPassedTests(name)) {
                open = null;
                decisive = beforeTests;
            } else {
                close();
                beforeTests = decisive;
            }
        }
        if (reading.tellsImage(name)) {
            lastImage = new Image(reading, name);
            boolean belongs = open != null && place + name.fit().start() - open.last <= EVENT;
            if (open != null && open.image == null && belongs) {
                open.image = lastImage;
            }
        }
    }

    private void add(Reading reading, Reading.Failure failure, long place) {
        if (open == null || place - open.last > EVENT) {
            close();
            open = new Event();
            open.image = lastImage;
            latest = open;
        }
        Event event = open;
        event.last = place;
        boolean goesOn = goesOn(reading.passage().line(failure.fit().start()).toLowerCase(Locale.ROOT));
        // What is tried again has not decided yet.
        Candidate candidate = new Candidate(
                reading,
                failure,
                failure.entry().rank() + (goesOn ? 2 : 0),
                goesOn,
                reading.imageAt(failure.fit().start()));
        if (candidate.rank() <= 3 && event.causes.size() <= 2 * MOST_ALTERNATIVES) {
            event.causes.add(failure.entry().means());
        }
        if (event.leader == null || outranks(candidate, event.leader)) {
            event.leader = candidate;
        }
    }

    private static boolean goesOn(String line) {
        return line.contains("retrying")
                || line.contains("will retry")
                || line.contains("attempting next endpoint")
                || (line.contains("continuing") && !line.contains("not continuing"))
                || line.contains("ignoring");
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
        if (decisive == null || decisive.leader == null || saysMore(event.leader, decisive.leader)) {
            decisive = event;
        }
        open = null;
    }

    /** The last failure counts, unless it is vaguer; what is of images counts more than what is of anything. */
    private boolean saysMore(Candidate later, Candidate earlier) {
        return later.rank() <= earlier.rank() + 1 || (isOfImages(later) && !isOfImages(earlier));
    }

    private boolean isOfImages(Candidate candidate) {
        return candidate.image() != null
                || catalogue.areOfImages(
                        candidate.reading(), candidate.failure().fit());
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

    /**
     * The image of a failure that names none: named last before or at it, or, where nothing else failed afterwards, at all, as
     * a program's errors can come before what it says otherwise.
     */
    @Nullable
    Image lastImage() {
        return decisive == null || (decisive == latest && decisive.image == null) ? lastImage : decisive.image;
    }
}
