package io.github.registrymaven.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A moto server (from PyPI: {@code moto[server]}) as a process on loopback, where that program is installed: somebody else's
 * idea of AWS, which the testkit's own is held against.
 */
public final class MotoServer implements AutoCloseable {
    /** What must be on the path. */
    public static final String PROGRAM = "moto_server";

    private final ServerProcess process;

    private MotoServer(ServerProcess process) {
        this.process = process;
    }

    /** Starts one, empty, and waits until it takes connections. */
    public static MotoServer start() throws IOException {
        int port = ServerProcess.freePort();
        Path folder = Files.createTempDirectory("moto");
        return new MotoServer(
                ServerProcess.start(folder, port, List.of(PROGRAM, "-H", "127.0.0.1", "-p", String.valueOf(port))));
    }

    /** The address of all its services. */
    public String endpoint() {
        return "http://127.0.0.1:" + process.port();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
