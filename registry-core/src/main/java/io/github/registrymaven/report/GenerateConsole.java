package io.github.registrymaven.report;

import io.github.registrymaven.generate.GeneratedFolder;

/** Generated files for the eyes of whoever runs the build. */
public final class GenerateConsole {
    private GenerateConsole() {}

    /** One file, in one line. */
    public static String of(GeneratedFolder.Outcome outcome) {
        String path = outcome.file().path();
        String purpose = outcome.file().purpose();
        return Block.harmless(
                switch (outcome.fate()) {
                    case WRITTEN -> "wrote " + path + ": " + purpose;
                    case RENEWED -> "wrote " + path + " anew: " + purpose;
                    case SAME -> path + " is as it was: " + purpose;
                    case KEPT ->
                        path
                                + " was changed since it was generated, and is kept as it is; remove it to have it generated anew";
                    case LEFT_OVER -> path + " " + purpose + ", and is left there";
                });
    }

    /** Whether it is something to look at. */
    public static boolean isRemarkable(GeneratedFolder.Outcome outcome) {
        return outcome.fate() == GeneratedFolder.Fate.KEPT || outcome.fate() == GeneratedFolder.Fate.LEFT_OVER;
    }
}
