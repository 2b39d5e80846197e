package io.github.registrymaven.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Dials a host once more, phase by phase, after a request failed: look up, connect, shake hands. The request's own
 * exception does not tell one from the other; this does, and says what was dialled.
 */
final class Dial {
    private final Executor threads;
    private final Trust trust;
    private final Duration limit;

    /**
     * A way to dial.
     *
     * @param limit for each phase
     */
    Dial(Executor threads, Trust trust, Duration limit) {
        this.threads = threads;
        this.trust = trust;
        this.limit = limit;
    }

    /** Where it ended. */
    enum End {
        NO_ADDRESS,
        REFUSED,
        NO_CONNECTION,
        NO_HANDSHAKE,
        NOT_TLS,
        CONNECTED
    }

    /**
     * What dialling came to.
     *
     * @param address the last address dialled, with its port; the name where there was none
     * @param certificate what the host showed, where it came to that
     */
    record Result(
            End end,
            String address,
            List<String> evidence,
            @Nullable X509Certificate certificate) {
        Result {
            evidence = List.copyOf(evidence);
        }
    }

    Result dial(String host, int port, boolean tls) throws InterruptedException {
        InetAddress[] addresses = lookUp(host);
        if (addresses.length == 0) {
            return new Result(End.NO_ADDRESS, host + ":" + port, List.of(host + " has no address"), null);
        }
        List<String> evidence = new ArrayList<>();
        if (!host.equals(addresses[0].getHostAddress())) {
            evidence.add(host + " is "
                    + String.join(
                            ", ",
                            Arrays.stream(addresses)
                                    .map(InetAddress::getHostAddress)
                                    .toList()));
        }
        Result last = new Result(End.NO_CONNECTION, host + ":" + port, evidence, null);
        for (InetAddress address : addresses) {
            last = dial(host, new InetSocketAddress(address, port), tls, evidence);
            if (last.end() != End.REFUSED && last.end() != End.NO_CONNECTION) {
                return last;
            }
        }
        return last;
    }

    private Result dial(String host, InetSocketAddress address, boolean tls, List<String> evidence) {
        String dialled = address.getAddress().getHostAddress() + ":" + address.getPort();
        int millis = (int) Math.max(1, limit.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(address, millis);
            if (!tls) {
                return new Result(End.CONNECTED, dialled, evidence, null);
            }
            socket.setSoTimeout(millis);
            return shakeHands(host, socket, dialled, evidence);
        } catch (SocketTimeoutException slow) {
            evidence.add(dialled + " did not answer within " + limit.toSeconds() + " s");
            return new Result(End.NO_CONNECTION, dialled, evidence, null);
        } catch (IOException refused) {
            evidence.add(dialled + ": " + refused.getMessage());
            return new Result(End.REFUSED, dialled, evidence, null);
        }
    }

    private Result shakeHands(String host, Socket socket, String dialled, List<String> evidence) {
        try (SSLSocket tls = (SSLSocket)
                trust.contextForAnyone().getSocketFactory().createSocket(socket, host, socket.getPort(), true)) {
            tls.startHandshake();
            Certificate[] chain = tls.getSession().getPeerCertificates();
            return new Result(
                    End.CONNECTED, dialled, evidence, chain[0] instanceof X509Certificate first ? first : null);
        } catch (SocketTimeoutException slow) {
            evidence.add(dialled + " took the connection, and no TLS answer came within " + limit.toSeconds() + " s");
            return new Result(End.NO_HANDSHAKE, dialled, evidence, null);
        } catch (SSLException notTls) {
            return new Result(End.NOT_TLS, dialled, evidence, null);
        } catch (IOException | GeneralSecurityException broken) {
            return new Result(End.CONNECTED, dialled, evidence, null);
        }
    }

    /** Bounded, as the system's resolver is not. */
    private InetAddress[] lookUp(String host) throws InterruptedException {
        CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                found.complete(InetAddress.getAllByName(host));
            } catch (UnknownHostException unknown) {
                found.complete(new InetAddress[0]);
            }
        });
        try {
            return found.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException none) {
            return new InetAddress[0];
        }
    }
}
