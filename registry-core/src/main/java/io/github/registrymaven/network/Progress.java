package io.github.registrymaven.network;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How far an upload is, and how long the other side has owed us something: that it takes the next piece, or that it answers.
 * While the body's own source is waited for, it owes nothing.
 */
final class Progress {
    /**
     * What a registry needs after the last byte grows with the body: a proxy that buffered it passes it on only now, and a
     * store of objects copies it to its final place.
     */
    private static final long BYTES_A_SECOND = 4L << 20;

    private final Duration patience;
    private final LongSupplier nanos;
    private long owedSince;
    private boolean owed = true;
    private boolean lastIsGiven;
    private boolean whole;
    private long sent;

    /**
     * Begins now, with a connection to be made.
     *
     * @param nanos tells the time, as {@link System#nanoTime()} does
     */
    Progress(Duration patience, LongSupplier nanos) {
        this.patience = patience;
        this.nanos = nanos;
        this.owedSince = nanos.getAsLong();
    }

    /** The next piece is read from its source. */
    synchronized void read() {
        owed = false;
    }

    /** The next piece is given to the other side. */
    synchronized void give() {
        owed = true;
        owedSince = nanos.getAsLong();
    }

    /** The last piece is given to the other side, or the end of what has no length. */
    synchronized void giveLast() {
        lastIsGiven = true;
        give();
    }

    synchronized boolean isLastGiven() {
        return lastIsGiven;
    }

    /** The other side took it. */
    synchronized void taken(int bytes) {
        sent += bytes;
    }

    /** All of it is taken. */
    synchronized void end() {
        whole = true;
        give();
    }

    /** In bytes. */
    synchronized long sent() {
        return sent;
    }

    /** How long to wait before looking again; none where the other side had its time. */
    synchronized long nanosLeft() {
        Duration limit = whole ? patience.plusSeconds(sent / BYTES_A_SECOND) : patience;
        return owed ? Math.max(0, limit.toNanos() - (nanos.getAsLong() - owedSince)) : limit.toNanos();
    }
}
