package io.github.registrymaven.declared.json;

import java.io.IOException;
import java.io.Reader;

/**
 * Hands over no more than one line at a time, so that the line its reader has got to is the line of what it read last.
 * Gson tells lines in messages only.
 */
final class LineByLine extends Reader {
    private final Reader in;
    private final char[] buffer = new char[8192];
    private int next;
    private int end;
    private int line = 1;
    private boolean lineEnded;

    LineByLine(Reader in) {
        this.in = in;
    }

    /** Counted from one. */
    int line() {
        return line;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (next == end) {
            end = in.read(buffer);
            next = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        if (lineEnded) {
            line++;
            lineEnded = false;
        }
        int count = 0;
        while (count < length && next < end && !lineEnded) {
            char c = buffer[next++];
            into[offset + count++] = c;
            lineEnded = c == '\n';
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
