package io.github.registrymaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.Test;

class SharedVerdictsTest {
    private final SessionData session = new DefaultRepositorySystemSession().getData();
    private final AtomicInteger asked = new AtomicInteger();

    private Map<String, String> counted(List<String> questions) {
        asked.addAndGet(questions.size());
        Map<String, String> answers = new HashMap<>();
        questions.forEach(question -> answers.put(question, question + "!"));
        return answers;
    }

    @Test
    void asksEachQuestionOnceForAllModules() throws InterruptedException {
        assertThat(SharedVerdicts.of(session).answer(List.of("a", "b"), this::counted))
                .containsEntry("a", "a!")
                .containsEntry("b", "b!");
        assertThat(SharedVerdicts.of(session).answer(List.of("b", "c"), this::counted))
                .containsEntry("b", "b!")
                .containsEntry("c", "c!");

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
            Future<Map<String, String>> first =
                    modules.submit(() -> SharedVerdicts.of(session).answer(List.of("a"), questions -> {
                        asking.countDown();
                        answer.await();
                        return counted(questions);
                    }));
            asking.await();
            Future<Map<String, String>> second =
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

        assertThat(SharedVerdicts.of(session).answer(List.of("a"), this::counted))
                .containsEntry("a", "a!");
    }

    @Test
    void tellsTheSameOnlyOnce() {
        assertThat(SharedVerdicts.of(session).isFirstToTell("bad news")).isTrue();
        assertThat(SharedVerdicts.of(session).isFirstToTell("bad news")).isFalse();
        assertThat(SharedVerdicts.of(session).isFirstToTell("other news")).isTrue();
    }

    @Test
    void keepsNothingButTypesOfTheJdk() throws InterruptedException {
        SharedVerdicts.of(session).answer(List.of("a"), this::counted);

        Object kept = session.get("io.github.registrymaven.verdicts/1");
        assertThat(kept).isInstanceOf(Map.class);
        ((Map<?, ?>) kept).forEach((question, answer) -> {
            assertThat(question).isInstanceOf(String.class);
            assertThat(answer.getClass().getName()).startsWith("java.");
        });
    }
}
