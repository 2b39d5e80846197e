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

/**
 * A real docker-registry (CNCF Distribution) as a process on loopback, where that program is installed: what the testkit's
 * own registry is held against.
 */
public final class DockerRegistry implements AutoCloseable {
    private static final String PROGRAM = "docker-registry";

    private final Process process;
    private final Path folder;
    private final int port;

    private DockerRegistry(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts one and waits until it takes connections.
     *
     * @param http further lines of the section {@code http}, such as {@code tls}, each indented by two blanks
     * @param sections further sections of its configuration, such as {@code auth}
     */
    public static DockerRegistry start(String http, String sections) throws IOException {
        Path folder = Files.createTempDirectory("docker-registry");
        int port = freePort();
        Path configuration = Files.writeString(
                folder.resolve("config.yml"),
                "version: 0.1\n"
                        + "log: {level: error, accesslog: {disabled: true}}\n"
                        + "storage: {filesystem: {rootdirectory: " + folder.resolve("storage")
                        + "}, delete: {enabled: true}"
                        + (sections.contains("#readonly") ? ", maintenance: {readonly: {enabled: true}}" : "")
                        + "}\n"
                        + "http:\n  addr: '127.0.0.1:" + port + "'\n" + http + "\n" + sections + "\n");
        Process process = new ProcessBuilder(PROGRAM, "serve", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        DockerRegistry registry = new DockerRegistry(process, folder, port);
        registry.awaitConnections();
        return registry;
    }

    public String host() {
        return "127.0.0.1:" + port;
    }

    /**
     * Everything in its storage, a file each: manifests, layers, tags, blobs and open uploads. What this program itself
     * forgets of an upload that was cancelled, its empty folder and hash state, is not counted.
     */
    public List<String> contents() throws IOException {
        Path storage = folder.resolve("storage");
        if (!Files.isDirectory(storage)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(storage)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> storage.relativize(file).toString())
                    .filter(file -> !file.contains("/hashstates/"))
                    .sorted()
                    .toList();
        }
    }

    /** Asks until it answers; each attempt is a connection of its own, and a process that ended is an error at once. */
    private void awaitConnections() throws IOException {
        for (int attempt = 0; attempt < 400; attempt++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                if (hasEnded()) {
                    String log = Files.readString(folder.resolve("log"));
                    close();
                    throw new IOException(PROGRAM + " ended at once: " + log, notYet);
                }
            }
        }
        close();
        throw new IOException(PROGRAM + " takes no connections on port " + port);
    }

    private boolean hasEnded() throws IOException {
        try {
            return process.waitFor(25, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + PROGRAM + " started", interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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
