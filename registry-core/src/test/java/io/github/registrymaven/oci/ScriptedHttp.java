package io.github.registrymaven.oci;

import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.Reach;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.network.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Gives the answers it was made with, one a request, and keeps the requests. A request too many fails the test. */
final class ScriptedHttp implements RegistryHttp {
    final List<HttpCall> calls = new ArrayList<>();

    /** The lengths of the bodies. */
    final List<Long> sent = new ArrayList<>();

    private final Deque<HttpOutcome> answers;

    ScriptedHttp(HttpOutcome... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public Reach reach(String host) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void begin(String host) {}

    @Override
    public void prepare(URI base, int connections) {}

    @Override
    public HttpOutcome send(HttpCall call) {
        calls.add(call);
        return answers.remove();
    }

    @Override
    public HttpOutcome send(HttpCall call, RequestBody body) throws IOException {
        try (InputStream in = body.open()) {
            sent.add(in.transferTo(OutputStream.nullOutputStream()));
        }
        return send(call);
    }

    @Override
    public boolean mayReceiveCredentials(URI uri) {
        return "https".equals(uri.getScheme());
    }

    @Override
    public Deadline deadline() {
        return Deadline.in(Duration.ofMinutes(1));
    }

    @Override
    public int requestsSent() {
        return calls.size();
    }

    @Override
    public void close() {}
}
