package io.github.registrymaven.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that serves on a port of loopback, with a folder of its own that ends with it. */
final class ServerProcess implements AutoCloseable {
    private static final int ATTEMPTS = 2400;
    private static final int PAUSE_MILLIS = 25;

    private final String program;
    private final Process process;
    private final Path folder;
    private final int port;

    private ServerProcess(String program, Process process, Path folder, int port) {
        this.program = program;
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Starts a program and waits until it takes connections. */
    static ServerProcess start(Path folder, int port, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        ServerProcess server = new ServerProcess(command.get(0), process, folder, port);
        server.awaitConnections();
        return server;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** Asks until it answers; each attempt is a connection of its own, and a process that ended is an error at once. */
    private void awaitConnections() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                if (hasEnded()) {
                    String log = Files.readString(folder.resolve("log"));
                    close();
                    throw new IOException(program + " ended at once: " + log, notYet);
                }
            }
        }
        close();
        throw new IOException(program + " takes no connections on port " + port);
    }

    private boolean hasEnded() throws IOException {
        try {
            return process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + program + " started", interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList())) {
                Files.deleteIfExists(file);
            }
        }
    }
}
