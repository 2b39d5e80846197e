package io.github.registrymaven.credential;

import io.github.registrymaven.machine.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks credential helpers, each once for a server, however many threads want to know. A helper can open a dialog or call
 * a cloud: asking twice is slow at best.
 *
 * @see <a href="https://github.com/docker/docker-credential-helpers">the protocol</a>
 */
final class CredentialHelpers {
    static final String PREFIX = "docker-credential-";
    // A name with a slash would run a program that is not on the PATH.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    private record Question(String program, String serverUrl) {}

    private final Machine machine;
    private final HelperPath path;
    private final Supplier<Duration> timeout;
    private final Map<Question, CompletableFuture<HelperAnswer>> answers = new ConcurrentHashMap<>();

    CredentialHelpers(Machine machine, Supplier<Duration> timeout) {
        this.machine = machine;
        this.path = new HelperPath(machine);
        this.timeout = timeout;
    }

    boolean isInstalled(String program) {
        return path.find(program) != null;
    }

    /** The file that would be the program if it might be run; null where there is none. */
    @Nullable
    Path barred(String program) {
        return path.barred(program);
    }

    HelperAnswer ask(String program, String serverUrl) throws InterruptedException {
        Question question = new Question(program, serverUrl);
        while (true) {
            CompletableFuture<HelperAnswer> mine = new CompletableFuture<>();
            CompletableFuture<HelperAnswer> theirs = answers.putIfAbsent(question, mine);
            if (theirs == null) {
                return answer(question, mine);
            }
            try {
                return theirs.get();
            } catch (CancellationException e) {
                // Whoever asked was interrupted: ask for ourselves.
            } catch (ExecutionException e) {
                throw new IllegalStateException("a question is only ever answered or cancelled", e);
            }
        }
    }

    private HelperAnswer answer(Question question, CompletableFuture<HelperAnswer> mine) throws InterruptedException {
        try {
            HelperAnswer answer = askNow(question);
            mine.complete(answer);
            return answer;
        } finally {
            if (!mine.isDone()) {
                answers.remove(question, mine);
                mine.cancel(false);
            }
        }
    }

    private HelperAnswer askNow(Question question) throws InterruptedException {
        if (!NAME.matcher(question.program()).matches()) {
            return new HelperAnswer.Failed(
                    "has a name that is not the name of a program", List.of(), HelperAnswer.Why.MISSING);
        }
        Path program = path.find(question.program());
        if (program == null) {
            Path barred = path.barred(question.program());
            return barred == null
                    ? new HelperAnswer.Failed("is not on the PATH", path.evidence(), HelperAnswer.Why.MISSING)
                    : new HelperAnswer.Failed(
                            "is not executable", List.of("the file is " + barred), HelperAnswer.Why.BARRED);
        }
        Duration time = timeout.get();
        HelperRun run = HelperProcess.run(program, question.serverUrl(), machine.environment(), time);
        return HelperReply.read(run, machine.environment());
    }
}
