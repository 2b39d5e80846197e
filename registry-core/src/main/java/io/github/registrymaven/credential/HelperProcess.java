package io.github.registrymaven.credential;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program that answers with a credential: bounded in time and in what it may say, and ended with all its children if need
 * be.
 */
public final class HelperProcess {
    private static final Duration END_OF_OUTPUT = Duration.ofMillis(500);

    private HelperProcess() {}

    /** Asks one of docker's helpers, without a shell. */
    static HelperRun run(Path program, String serverUrl, Map<String, String> environment, Duration timeout)
            throws InterruptedException {
        return run(List.of(program.toString(), "get"), serverUrl, environment, timeout);
    }

    /**
     * Runs a program.
     *
     * @param command with its arguments
     * @param input what it is told
     * @param environment all that it has
     */
    public static HelperRun run(List<String> command, String input, Map<String, String> environment, Duration timeout)
            throws InterruptedException {
        if (timeout.isZero() || timeout.isNegative()) {
            return new HelperRun.NoTimeLeft();
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new HelperRun.NotStarted(String.valueOf(e.getMessage()));
        }
        try {
            return converse(process, input, timeout);
        } finally {
            end(process);
        }
    }

    private static HelperRun converse(Process process, String serverUrl, Duration timeout) throws InterruptedException {
        BoundedOutput out = BoundedOutput.of(process.getInputStream(), process::destroyForcibly);
        BoundedOutput err = BoundedOutput.of(process.getErrorStream(), process::destroyForcibly);
        tell(process, serverUrl);
        boolean exited = process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
        if (!exited) {
            end(process);
        }
        // A child left behind can hold the pipe open for ever: what the helper itself said is there by now.
        out.awaitEnd(END_OF_OUTPUT);
        err.awaitEnd(END_OF_OUTPUT);
        if (out.isTooMuch() || err.isTooMuch()) {
            return new HelperRun.SaidTooMuch();
        }
        return exited
                ? new HelperRun.Exited(process.exitValue(), out.text(), err.text())
                : new HelperRun.TimedOut(timeout, out.text(), err.text());
    }

    private static void tell(Process process, String serverUrl) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(serverUrl.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without listening: its exit status and its words say why.
        }
    }

    private static void end(Process process) throws InterruptedException {
        // Children are listed first: once their parent is gone nothing ties them to it.
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.waitFor(END_OF_OUTPUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
