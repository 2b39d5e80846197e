package io.github.registrymaven.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Programs that tests use where they are installed. */
public final class Programs {
    private Programs() {}

    /**
     * Why tests that need a program are skipped; null where the program is on the path. The reason is logged with the name
     * of the class that asks, as a test runner's console tells nothing of it.
     */
    public static @Nullable String missing(String program) {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return null;
            }
        }
        String reason = program + " is not on the PATH";
        String asking = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass()
                .getSimpleName();
        System.getLogger(Programs.class.getName())
                .log(System.Logger.Level.WARNING, "{0} is skipped: {1}", asking, reason);
        return reason;
    }
}
