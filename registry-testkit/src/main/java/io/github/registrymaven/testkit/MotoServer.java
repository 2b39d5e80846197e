package io.github.registrymaven.testkit;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
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

    /** Lets everybody do everything, as it does at first, or weighs policies and verifies signatures. */
    public void enforcePolicies(boolean enforced) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) new URL(endpoint() + "/moto-api/reset-auth").openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "text/plain");
        connection.setDoOutput(true);
        // The number of calls that are let pass before it begins.
        connection.getOutputStream().write((enforced ? "0" : "inf").getBytes(StandardCharsets.US_ASCII));
        if (connection.getResponseCode() != 200) {
            throw new IOException(PROGRAM + " answered " + connection.getResponseCode());
        }
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
