package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HttpThreadsTest {
    private static final long PATIENCE_MILLIS = Duration.ofSeconds(20).toMillis();

    @Test
    void endsTheSelectorsOfItsClients() throws Exception {
        HttpThreads threads = new HttpThreads();
        HttpClient client = threads.client(HttpClient.newBuilder());
        CompletableFuture<HttpResponse<Void>> sent = client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/")).build(), BodyHandlers.discarding());
        assertThat(sent).failsWithin(Duration.ofSeconds(20)); // the selector has been at work
        List<Thread> started = inTheGroup();
        assertThat(started).anyMatch(thread -> thread.getName().contains("Selector"));

        threads.close();

        for (Thread thread : started) {
            thread.join(PATIENCE_MILLIS);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
        assertThat(client.version()).isNotNull(); // still referred to, so that no collector ended it
    }

    private static List<Thread> inTheGroup() {
        Thread[] all = new Thread[Thread.activeCount() + 100];
        Thread.enumerate(all);
        return Stream.of(all)
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadGroup() != null
                        && thread.getThreadGroup().getName().equals("registry-http"))
                .toList();
    }
}
