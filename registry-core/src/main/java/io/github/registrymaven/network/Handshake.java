package io.github.registrymaven.network;

import io.github.registrymaven.network.Sighting.End;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Shakes hands with a port to see what it shows, and where it does not speak TLS whether it speaks plain http. Nothing that
 * is a secret is ever sent here, so whose certificate it is does not matter.
 */
final class Handshake {
    private static final int ENOUGH = 512;

    /** Goes on from a connection that was made, to the same address. */
    Sighting with(String host, InetSocketAddress address, Sighting connected, Deadline end) {
        AskedForCertificate asked = new AskedForCertificate();
        List<String> evidence = new ArrayList<>(connected.evidence());
        End reached;
        X509Certificate shown = null;
        try (Socket socket = connect(address, end)) {
            shown = shake(host, socket, asked);
            reached = End.CONNECTED;
        } catch (SocketTimeoutException slow) {
            evidence.add(connected.dialled() + " did not answer a TLS handshake");
            reached = speaksPlainHttp(host, address, end) ? End.PLAIN_HTTP : End.NO_HANDSHAKE;
        } catch (IOException broken) {
            evidence.add("the TLS handshake: " + Words.of(broken));
            boolean alert = broken instanceof SSLException && Words.of(broken).contains("fatal alert");
            reached = !alert && speaksPlainHttp(host, address, end) ? End.PLAIN_HTTP : End.BROKEN_HANDSHAKE;
        }
        if (reached == End.PLAIN_HTTP) {
            evidence.add(connected.dialled() + " answered a request in plain http");
        }
        return new Sighting(reached, connected.dialled(), evidence, shown, asked.wasAsked());
    }

    private static Socket connect(InetSocketAddress address, Deadline end) throws IOException {
        // Half the time is left for asking in plain http.
        int half = Dial.millis(end.remaining().dividedBy(2));
        Socket socket = new Socket();
        try {
            socket.connect(address, half);
            socket.setSoTimeout(half);
            return socket;
        } catch (IOException trouble) {
            socket.close();
            throw trouble;
        }
    }

    private static @Nullable X509Certificate shake(String host, Socket socket, AskedForCertificate asked)
            throws IOException {
        try (SSLSocket tls = (SSLSocket)
                Trust.contextForLooking(asked).getSocketFactory().createSocket(socket, host, socket.getPort(), true)) {
            tls.startHandshake();
            Certificate[] chain = tls.getSession().getPeerCertificates();
            return chain[0] instanceof X509Certificate first ? first : null;
        } catch (GeneralSecurityException noTls) {
            throw new IOException(noTls);
        }
    }

    private static boolean speaksPlainHttp(String host, InetSocketAddress address, Deadline end) {
        try (Socket socket = connect(address, end)) {
            socket.getOutputStream()
                    .write(("GET /v2/ HTTP/1.0\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String said = new String(in.readNBytes(5), StandardCharsets.ISO_8859_1);
            return said.equals("HTTP/") && !TlsPort.saysSo(readMore(in));
        } catch (IOException mute) {
            return false;
        }
    }

    /** A server that was answering may keep the connection; what came until then is enough. */
    private static String readMore(InputStream in) {
        byte[] more = new byte[ENOUGH];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < ENOUGH; read = in.read(more, length, ENOUGH - length)) {
                length += read;
            }
        } catch (IOException ended) {
            return new String(more, 0, length, StandardCharsets.ISO_8859_1);
        }
        return new String(more, 0, length, StandardCharsets.ISO_8859_1);
    }
}
