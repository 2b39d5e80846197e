package io.github.registrymaven.plugin;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.report.ProgressPrinter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Where progress is shown: on a terminal in a line that is written over, otherwise in the log. */
final class Terminal {
    private final MavenSession session;
    private final Log log;

    Terminal(MavenSession session, Log log) {
        this.session = session;
        this.log = log;
    }

    ProgressPrinter progress() {
        Machine machine = Machine.current();
        return isThere(machine.environment().get("TERM"))
                ? ProgressPrinter.onTerminal(Terminal::draw, machine.clock())
                : ProgressPrinter.inLog(log::info, machine.clock());
    }

    /** Nobody else writes while this module is the only one that is built. */
    private boolean isThere(@Nullable String kind) {
        return session.getRequest().isInteractiveMode()
                && session.getRequest().getDegreeOfConcurrency() <= 1
                && kind != null
                && !kind.equals("dumb")
                && isTerminal(System.console());
    }

    /** Since Java 22 there is a console without a terminal, which says so. */
    static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException older) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    private static void draw(String text) {
        try {
            print(text);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** Past Maven's log. Maven 4 makes a log line of each line that goes to {@code System.out}. */
    static void print(String text) throws IOException {
        new FileOutputStream(FileDescriptor.out).write(text.getBytes(StandardCharsets.UTF_8));
    }
}
