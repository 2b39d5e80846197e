package io.github.registrymaven.network;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * The socket that a thread is at work on. Nothing but closing it ends what that thread waits for; whoever waits for the
 * thread does so.
 */
final class Held {
    private @Nullable Socket socket;
    private boolean over;

    /**
     * From now on it is this one.
     *
     * @throws SocketException if nobody waits any more; it is closed then
     */
    synchronized void hold(Socket next) throws SocketException {
        if (over) {
            close(next);
            throw new SocketException("nobody waits for this any more");
        }
        socket = next;
    }

    /** The work is done. Whether the socket is still good for other work: not where it was ended meanwhile. */
    synchronized boolean letGo() {
        socket = null;
        return !over;
    }

    synchronized void end() {
        over = true;
        if (socket != null) {
            close(socket);
        }
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }
}
