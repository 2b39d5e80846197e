package io.github.registrymaven.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.reference.ImageReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SingleFlightTest {
    private static final ImageReference IMAGE = Home.image("ghcr.io", "team/app");

    private final Path temp;
    private final Home home;

    SingleFlightTest(@TempDir Path temp) {
        this.temp = temp;
        home = new Home(temp).dockerConfig("{\"credsStore\":\"own\"}");
    }

    @Test
    void asksAHelperOnceHoweverManyThreadsWantToKnow() throws Exception {
        CredentialChain chain = home.helper("own", Home.answering("u", "s")).chain();
        int threads = 8;
        CountDownLatch ready = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);

        List<Future<CredentialLookup>> lookups = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            lookups.add(pool.submit(() -> {
                ready.countDown();
                assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
                return chain.resolve(IMAGE);
            }));
        }

        for (Future<CredentialLookup> lookup : lookups) {
            assertThat(Home.plain(Home.found(lookup.get()))).isEqualTo("u:s");
        }
        assertThat(home.questions()).containsExactly("get ghcr.io");
        pool.shutdown();
    }

    @Test
    void endsTheHelperOfAnInterruptedThreadAndAsksAgainForTheNext() throws Exception {
        Path fifo = temp.resolve("started");
        String script = "if [ -p '" + fifo + "' ]; then echo $$ > '" + fifo + "'; exec sleep 600; fi\n";
        CredentialChain chain =
                home.helper("own", script + Home.answering("u", "s")).chain();
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread first = new Thread(() -> {
            try {
                chain.resolve(IMAGE);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });

        first.start();
        long pid = Long.parseLong(Files.readString(fifo).strip());
        first.interrupt();
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        Files.delete(fifo);

        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        assertThat(Home.plain(Home.found(chain.resolve(IMAGE)))).isEqualTo("u:s");
    }
}
