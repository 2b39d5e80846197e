package io.github.registrymaven.it.quickstart;

import java.io.PrintStream;

/** The lines of a build that matter here: which goals ran, all that the check said, and how it ended. */
final class Excerpt {
    private final PrintStream out;
    private boolean inCheck;

    Excerpt(PrintStream out) {
        this.out = out;
    }

    void show(String line) {
        boolean goal = line.startsWith("[INFO] --- ");
        if (goal) {
            inCheck = line.contains(":check ");
        } else if (line.startsWith("[INFO] -----")) {
            inCheck = false;
        }
        if (goal || inCheck || line.contains("BUILD SUCCESS") || line.contains("BUILD FAILURE")) {
            out.println("  " + line);
        }
    }
}
