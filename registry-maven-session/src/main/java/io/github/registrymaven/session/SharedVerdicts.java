package io.github.registrymaven.session;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.eclipse.aether.SessionData;

/**
 * What the modules of one build found out, shared: each question is asked once, by whoever comes first, and everybody
 * gets the same answer. Plugin and rules live in different class realms, so answers are handed
 * over in JDK types.
 */
final class SharedVerdicts {
    private static final String KEY = "io.github.registrymaven.verdicts/2";

    private final ConcurrentMap<String, CompletableFuture<Supplier<String>>> answers;

    private SharedVerdicts(ConcurrentMap<String, CompletableFuture<Supplier<String>>> answers) {
        this.answers = answers;
    }

    /** The verdicts of a session. They end with it: nothing is kept in a JVM that serves another build next. */
    static SharedVerdicts of(SessionData data) {
        return new SharedVerdicts(SessionMap.of(data, KEY));
    }

    /**
     * Answers questions that nobody asked yet; the result has one answer for each, put into words when another module wants it:
     * nearly always none does.
     */
    interface Asker {
        Map<String, Supplier<String>> ask(List<String> questions) throws InterruptedException;
    }

    /** The answer to each question. Waits for those that another module is just asking. */
    Map<String, Supplier<String>> answer(Collection<String> questions, Asker asker) throws InterruptedException {
        Map<String, CompletableFuture<Supplier<String>>> awaited = new LinkedHashMap<>();
        Map<String, CompletableFuture<Supplier<String>>> mine = new LinkedHashMap<>();
        for (String question : questions) {
            CompletableFuture<Supplier<String>> fresh = new CompletableFuture<>();
            CompletableFuture<Supplier<String>> known = answers.putIfAbsent(question, fresh);
            if (known == null) {
                mine.put(question, fresh);
            }
            awaited.putIfAbsent(question, known == null ? fresh : known);
        }
        if (!mine.isEmpty()) {
            ask(mine, asker);
        }
        Map<String, Supplier<String>> found = new LinkedHashMap<>();
        for (Map.Entry<String, CompletableFuture<Supplier<String>>> entry : awaited.entrySet()) {
            found.put(entry.getKey(), result(entry.getValue()));
        }
        return found;
    }

    /** Has a question asked again that was answered: by now the answer may be another. */
    void forget(String question) {
        answers.remove(question);
    }

    /** Whether this text is told for the first time in this build. */
    boolean isFirstToTell(String text) {
        return answers.putIfAbsent("told " + text, CompletableFuture.completedFuture(() -> "")) == null;
    }

    private void ask(Map<String, CompletableFuture<Supplier<String>>> mine, Asker asker) throws InterruptedException {
        try {
            Map<String, Supplier<String>> found = asker.ask(List.copyOf(mine.keySet()));
            mine.forEach((question, answer) -> answer.complete(found.get(question)));
        } finally {
            // Nobody waits for ever for an answer that did not come, and whoever comes later may ask again.
            mine.forEach((question, answer) -> {
                if (answer.completeExceptionally(new IllegalStateException("the question was not answered"))) {
                    answers.remove(question, answer);
                }
            });
        }
    }

    private static Supplier<String> result(CompletableFuture<Supplier<String>> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("another module of this build could not finish its preflight", failed);
        }
    }
}
