package io.github.registrymaven.plugin.failed;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * What a program prints that a goal runs: the goal's own exception says no more than that it failed. While it is open, output
 * goes where it always goes, and its end is kept too. Thread-safe.
 */
final class Earshot {
    private static final int KEPT = 256 * 1024;

    private final StringBuilder heard = new StringBuilder();
    private @Nullable Opened opened;

    synchronized void open() {
        if (opened == null) {
            heard.setLength(0);
            opened = new Opened(System.out, System.err, this::hear);
        }
    }

    /** Ends it, and hands over what was heard. */
    synchronized String close() {
        if (opened == null) {
            return "";
        }
        opened.close();
        opened = null;
        return heard.toString();
    }

    private synchronized void hear(String text) {
        heard.append(text);
        if (heard.length() > 2 * KEPT) {
            heard.delete(0, heard.length() - KEPT);
        }
    }

    /** The streams of the JVM, as they were and as they are meanwhile. */
    private static final class Opened {
        private final PrintStream out;
        private final PrintStream err;
        private final OverheardStream overheardOut;
        private final OverheardStream overheardErr;

        Opened(PrintStream out, PrintStream err, OverheardStream.Ear ear) {
            this.out = out;
            this.err = err;
            this.overheardOut = new OverheardStream(out, ear);
            this.overheardErr = new OverheardStream(err, ear);
            System.setOut(overheardOut);
            System.setErr(overheardErr);
        }

        /** What somebody else has put there meanwhile stays. */
        void close() {
            if (System.out == overheardOut) {
                System.setOut(out);
            }
            if (System.err == overheardErr) {
                System.setErr(err);
            }
        }
    }
}
