package io.github.registrymaven.network;

import io.github.registrymaven.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders {@code certs.d/<host:port>} of docker and of containers (podman, skopeo), for the machine and for its user:
 * {@code *.crt} are authorities, {@code *.cert} with {@code *.key} shows who the client is.
 */
final class CertificateFolders {
    private final List<Path> folders;

    CertificateFolders(Machine machine) {
        Path home = machine.home();
        this.folders = List.of(
                Path.of("/etc/docker/certs.d"),
                home.resolve(".docker/certs.d"),
                home.resolve(".config/docker/certs.d"),
                Path.of("/etc/containers/certs.d"),
                home.resolve(".config/containers/certs.d"));
    }

    /** The files for a host, by their ending, in a steady order. */
    List<Path> files(String authority, String ending) {
        return folders.stream()
                .flatMap(folder -> within(folder, authority))
                .flatMap(folder -> list(folder, ending).stream())
                .toList();
    }

    private static Stream<Path> within(Path folder, String authority) {
        try {
            Path own = folder.resolve(authority);
            return Files.isDirectory(own) ? Stream.of(own) : Stream.empty();
        } catch (InvalidPathException colonOnWindows) {
            // Docker leaves the colon out there: localhost5000.
            Path own = folder.resolve(authority.replace(":", ""));
            return Files.isDirectory(own) ? Stream.of(own) : Stream.empty();
        }
    }

    private static List<Path> list(Path folder, String ending) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            // What cannot be read is not believed; the handshake then says which authority is missing.
            return List.of();
        }
    }
}
