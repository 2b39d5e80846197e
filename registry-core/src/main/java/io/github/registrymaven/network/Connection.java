package io.github.registrymaven.network;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** A connection that speaks HTTP/1.1, one request after the other. What comes back is bounded; how long it takes is not. */
final class Connection {
    private static final int MOST_BODY_BYTES = 1 << 20;

    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxLineLength(1 << 16)
            .setMaxHeaderCount(1000)
            .setMaxEmptyLineCount(10)
            .build();

    private final Socket socket;
    private final Socket talking;
    /** Its parser by itself is bounded by nothing, whatever the connection is told. */
    private final DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(
            BOUNDS, null, null, null, null, null, new DefaultHttpResponseParserFactory(BOUNDS));

    private boolean answered;
    private boolean reusable;

    /**
     * Takes what was connected.
     *
     * @param socket what to close in order to end it at once
     * @param talking the same, or the TLS over it
     */
    Connection(Socket socket, Socket talking) throws IOException {
        this.socket = socket;
        this.talking = talking;
        http.bind(talking);
    }

    Socket socket() {
        return socket;
    }

    /** Sends the head of a request; what follows it goes to {@link #body()}. */
    void send(ClassicHttpRequest request) throws IOException {
        answered = false;
        reusable = false;
        try {
            http.sendRequestHeader(request);
            http.flush();
        } catch (HttpException unsendable) {
            throw protocol(unsendable);
        }
    }

    OutputStream body() throws IOException {
        return talking.getOutputStream();
    }

    /** Reads the head of an answer; whatever it announces of itself before the real one is passed over. */
    ClassicHttpResponse head() throws IOException {
        try {
            ClassicHttpResponse response = http.receiveResponseHeader();
            while (response.getCode() < 200) {
                response = http.receiveResponseHeader();
            }
            answered = true;
            return response;
        } catch (HttpException | IllegalArgumentException notHttp) {
            // The parser means a status or version below zero by the latter.
            throw protocol(notHttp);
        }
    }

    /** Reads an answer, and of its body as much as is allowed. */
    HttpAnswer answer(HttpCall call, ClassicHttpRequest request) throws IOException {
        ClassicHttpResponse response = head();
        byte[] body = {};
        if (MessageSupport.canResponseHaveBody(call.method(), response)) {
            try {
                http.receiveResponseEntity(response);
            } catch (HttpException notHttp) {
                throw protocol(notHttp);
            }
            body = response.getEntity().getContent().readNBytes(MOST_BODY_BYTES);
        }
        reusable = body.length < MOST_BODY_BYTES
                && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, HttpCoreContext.create());
        return new HttpAnswer(call.uri(), response.getCode(), headers(response), body);
    }

    private static HttpHeaders headers(ClassicHttpResponse response) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            String name = header.getName().trim();
            String value = header.getValue();
            if (!name.isEmpty()) {
                all.computeIfAbsent(name, first -> new ArrayList<>()).add(value == null ? "" : value);
            }
        }
        return HttpHeaders.of(all, (name, value) -> true);
    }

    private static IOException protocol(Exception trouble) {
        if (trouble.getCause() instanceof IOException cause) {
            return cause;
        }
        ProtocolException named = new ProtocolException(trouble.getMessage());
        named.initCause(trouble);
        return named;
    }

    /** Whether the last request was answered, if only in part. */
    boolean hasAnswered() {
        return answered;
    }

    /** Whether the last answer is whole, and the other side keeps the connection. */
    boolean isReusable() {
        return reusable;
    }

    /** Whether the other side closed it, or said what nobody asked for, such as that it waited too long. */
    boolean isGone() {
        try {
            talking.setSoTimeout(1);
            talking.getInputStream().read();
            return true;
        } catch (SocketTimeoutException silent) {
            return !isPatientAgain();
        } catch (IOException gone) {
            return true;
        }
    }

    private boolean isPatientAgain() {
        try {
            talking.setSoTimeout(0);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Ends it at once, whoever is at work on it. */
    void end() {
        Held.close(socket);
    }
}
