package io.github.registrymaven.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a log of any length, with lines of any length, in one buffer: bytes go past the {@link Anchors}, and what surrounds a
 * hit is read closely. For one log.
 */
final class LogScan {
    private static final int BEFORE = 3_000;
    private static final int AFTER = 3_000;
    /** A text as short as this is read closely as it is: noise can stand in the middle of an anchor. */
    private static final int SHORT = 24_000;

    private static final int LONGEST_PIECE = 64_000;
    private static final int BUFFER = 256 * 1024;

    private final Catalogue catalogue;
    private final Decision decision;
    private byte[] buffer = new byte[SHORT];
    private long base;
    private int filled;
    private int pieceFrom;
    private int pieceTo;
    private int readUpTo;

    LogScan(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.decision = new Decision(catalogue);
    }

    /** Reads to the end. */
    Decision read(InputStream log) throws IOException {
        pieceFrom = -1;
        filled = log.readNBytes(buffer, 0, SHORT);
        if (filled < SHORT) {
            look(0, filled);
            return decision;
        }
        buffer = Arrays.copyOf(buffer, BUFFER);
        Anchors.Reader anchors = catalogue.reader();
        int scanned = 0;
        int more = 0;
        while (more >= 0) {
            anchors.read(buffer, scanned, filled, this::hit);
            if (pieceFrom >= 0 && pieceTo <= filled) {
                lookAtPiece();
            }
            scanned = keep();
            more = log.read(buffer, filled, buffer.length - filled);
            filled += Math.max(0, more);
        }
        if (pieceFrom >= 0) {
            lookAtPiece();
        }
        return decision;
    }

    private void hit(int place) {
        boolean joins = pieceFrom >= 0 && place - BEFORE <= pieceTo && place + AFTER - pieceFrom <= LONGEST_PIECE;
        if (!joins) {
            if (pieceFrom >= 0) {
                pieceTo = Math.min(pieceTo, Math.max(place - 1, pieceFrom));
                lookAtPiece();
            }
            pieceFrom = Math.max(readUpTo, place - BEFORE);
        }
        pieceTo = place + AFTER;
    }

    private void lookAtPiece() {
        int to = Math.min(pieceTo, filled);
        look(pieceFrom, to);
        readUpTo = to;
        pieceFrom = -1;
    }

    /** Moves what is still needed to the front; says up to where the buffer has been scanned. */
    private int keep() {
        int from = pieceFrom >= 0 ? pieceFrom : Math.max(Math.min(readUpTo, filled), filled - BEFORE);
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        base += from;
        filled -= from;
        readUpTo = Math.max(0, readUpTo - from);
        if (pieceFrom >= 0) {
            pieceFrom -= from;
            pieceTo -= from;
        }
        return filled;
    }

    private void look(int from, int to) {
        int start = wholeLine(from, to);
        String text = new String(buffer, start, to - start, StandardCharsets.UTF_8);
        decision.add(catalogue.read(Passage.of(CleanText.lines(text))), base + start);
    }

    /** A piece begins with a line; in a line without end, with a word, so that no half of a secret is taken for a word. */
    private int wholeLine(int from, int to) {
        if (base + from == 0) {
            return from;
        }
        int limit = Math.min(to, from + BEFORE / 2);
        int word = -1;
        for (int i = from; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
            if (word < 0 && buffer[i] <= ' ' && buffer[i] >= 0) {
                word = i + 1;
            }
        }
        return word < 0 ? limit : word;
    }
}
