package io.github.registrymaven.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real docker-registry (CNCF Distribution) as a process on loopback, where that program is installed: what the testkit's
 * own registry is held against.
 */
public final class DockerRegistry implements AutoCloseable {
    private static final String PROGRAM = "docker-registry";

    private final ServerProcess process;
    private final Path folder;

    private DockerRegistry(ServerProcess process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * Starts one and waits until it takes connections.
     *
     * @param http further lines of the section {@code http}, such as {@code tls}, each indented by two blanks
     * @param sections further sections of its configuration, such as {@code auth}
     */
    public static DockerRegistry start(String http, String sections) throws IOException {
        Path folder = Files.createTempDirectory("docker-registry");
        int port = ServerProcess.freePort();
        Path configuration = Files.writeString(
                folder.resolve("config.yml"),
                "version: 0.1\n"
                        + "log: {level: error, accesslog: {disabled: true}}\n"
                        + "storage: {filesystem: {rootdirectory: " + folder.resolve("storage")
                        + "}, delete: {enabled: true}"
                        + (sections.contains("#readonly") ? ", maintenance: {readonly: {enabled: true}}" : "")
                        + "}\n"
                        + "http:\n  addr: '127.0.0.1:" + port + "'\n" + http + "\n" + sections + "\n");
        return new DockerRegistry(
                ServerProcess.start(folder, port, List.of(PROGRAM, "serve", configuration.toString())), folder);
    }

    public String host() {
        return "127.0.0.1:" + process.port();
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

    @Override
    public void close() throws IOException {
        process.close();
    }
}
