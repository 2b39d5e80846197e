package io.github.registrymaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.Test;

class SharedVerdictsTest {
    private final SessionData session = new DefaultRepositorySystemSession().getData();
    private final AtomicInteger asked = new AtomicInteger();

    private Map<String, Supplier<String>> counted(List<String> questions) {
        asked.addAndGet(questions.size());
        Map<String, Supplier<String>> answers = new HashMap<>();
        questions.forEach(question -> answers.put(question, () -> question + "!"));
        return answers;
    }

    private Map<String, String> answers(String... questions) throws InterruptedException {
        Map<String, String> answers = new HashMap<>();
        SharedVerdicts.of(session)
                .answer(List.of(questions), this::counted)
                .forEach((question, answer) -> answers.put(question, answer.get()));
        return answers;
    }

    @Test
    void asksEachQuestionOnceForAllModules() throws InterruptedException {
        assertThat(answers("a", "b")).containsEntry("a", "a!").containsEntry("b", "b!");
        assertThat(answers("b", "c")).containsEntry("b", "b!").containsEntry("c", "c!");

        assertThat(asked).hasValue(3);
    }

    @Test
    void asksAgainWhatIsToBeForgotten() throws InterruptedException {
        SharedVerdicts.of(session).answer(List.of("a", "b"), this::counted);
        SharedVerdicts.of(session).forget("a");
        SharedVerdicts.of(session).answer(List.of("a", "b"), this::counted);

        assertThat(asked).hasValue(3);
    }

    @Test
    void aModuleThatComesLaterWaitsForTheAnswerThatIsOnItsWay() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        ExecutorService modules = Executors.newFixedThreadPool(2);
        try {
            Future<Map<String, Supplier<String>>> first =
                    modules.submit(() -> SharedVerdicts.of(session).answer(List.of("a"), questions -> {
                        asking.countDown();
                        answer.await();
                        return counted(questions);
                    }));
            asking.await();
            Future<Map<String, Supplier<String>>> second =
                    modules.submit(() -> SharedVerdicts.of(session).answer(List.of("a"), this::counted));
            answer.countDown();

            assertThat(second.get()).isEqualTo(first.get());
            assertThat(asked).hasValue(1);
        } finally {
            modules.shutdownNow();
        }
    }

    @Test
    void whoComesAfterAFailureMayAskAgain() throws InterruptedException {
        assertThatThrownBy(() -> SharedVerdicts.of(session).answer(List.of("a"), questions -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(answers("a")).containsEntry("a", "a!");
    }

    @Test
    void tellsTheSameOnlyOnce() {
        assertThat(SharedVerdicts.of(session).isFirstToTell("bad news")).isTrue();
        assertThat(SharedVerdicts.of(session).isFirstToTell("bad news")).isFalse();
        assertThat(SharedVerdicts.of(session).isFirstToTell("other news")).isTrue();
    }

    @Test
    void handsAnswersOverInTypesOfTheJdk() throws InterruptedException {
        SharedVerdicts.of(session).answer(List.of("a"), this::counted);

        Object kept = session.get("io.github.registrymaven.verdicts/2");
        assertThat(kept).isInstanceOf(Map.class);
        ((Map<?, ?>) kept).forEach((question, answer) -> {
            assertThat(question).isInstanceOf(String.class);
            assertThat(answer).isInstanceOf(CompletableFuture.class);
            assertThat(((CompletableFuture<?>) answer).join()).isInstanceOf(Supplier.class);
        });
    }
}
