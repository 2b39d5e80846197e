package io.github.registrymaven.jib;

import java.io.IOException;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.StatusLine;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;

/** Tells a proxy that lets nobody through to a host from the host that refuses: the client takes the one for the other. */
final class TunnelRequests extends HttpRequestExecutor {
    static final int WANTS_A_LOGIN = 407;

    @Override
    public HttpResponse execute(HttpRequest request, HttpClientConnection connection, HttpContext context)
            throws IOException, HttpException {
        HttpResponse answer = super.execute(request, connection, context);
        StatusLine status = answer.getStatusLine();
        // The client answers a wish for a login itself, and passes it on where it has none that is taken.
        if (request.getRequestLine().getMethod().equals("CONNECT")
                && status.getStatusCode() >= 300
                && status.getStatusCode() != WANTS_A_LOGIN) {
            throw new ProxyRefused(request.getRequestLine().getUri(), status.getStatusCode());
        }
        return answer;
    }
}
