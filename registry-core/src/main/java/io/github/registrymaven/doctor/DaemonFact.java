package io.github.registrymaven.doctor;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Verdict;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether docker's daemon listens, where an image of the build is pushed by it. Nothing is sent to it. */
final class DaemonFact {
    private static final String ID = "docker-daemon";
    private static final int CONNECT_MILLIS = 2_000;

    private DaemonFact() {}

    static Fact of(Machine machine, List<RequestedImage> images) {
        String carried = images.stream()
                .filter(image -> image.terms().carrier() != null)
                .map(RequestedImage::reference)
                .findFirst()
                .orElse(null);
        if (carried == null) {
            return Fact.skipped(ID, "not needed: no image here is known to be pushed by docker's daemon");
        }
        String host = machine.environment().getOrDefault("DOCKER_HOST", "").strip();
        boolean named = !host.isEmpty();
        String origin = named ? "DOCKER_HOST" : "the usual place";
        boolean windows = machine.properties().getOrDefault("os.name", "").startsWith("Windows");
        if (!named && windows) {
            return Fact.skipped(ID, "not looked at: a named pipe of Windows cannot be without being opened");
        }
        String address = named ? host : "unix://" + usual(machine);
        try {
            String why = problem(URI.create(address));
            return why == null
                    ? Fact.ok(ID, "listens at " + address + " (" + origin + ")")
                    : Fact.bad(
                            ID,
                            // A plugin's own <dockerHost> or a context of docker may name another place.
                            Verdict.WARN,
                            "docker's daemon, which pushes " + carried + ", does not listen at " + address,
                            named
                                    ? "Start docker's daemon, or set DOCKER_HOST to where it listens"
                                    : "Start docker's daemon",
                            List.of(
                                    why,
                                    "the address is from " + origin
                                            + "; a plugin's own setting or a docker context may name another"));
        } catch (UnsupportedOperationException notKnown) {
            return Fact.skipped(ID, "not looked at: " + notKnown.getMessage());
        } catch (IllegalArgumentException noAddress) {
            return Fact.bad(
                    ID,
                    Verdict.FAIL,
                    "DOCKER_HOST is no address of a daemon",
                    "Set DOCKER_HOST to an address such as unix:///var/run/docker.sock",
                    List.of());
        }
    }

    /** Docker Desktop and rootless docker put it into the user's own folders. */
    private static Path usual(Machine machine) {
        Path system = Path.of("/var/run/docker.sock");
        if (Files.exists(system)) {
            return system;
        }
        String runtime = machine.environment().get("XDG_RUNTIME_DIR");
        List<Path> others = runtime == null || runtime.isBlank()
                ? List.of(machine.home().resolve(".docker/run/docker.sock"))
                : List.of(machine.home().resolve(".docker/run/docker.sock"), Path.of(runtime, "docker.sock"));
        return others.stream().filter(Files::exists).findFirst().orElse(system);
    }

    /** Null where somebody listens. */
    private static @Nullable String problem(URI address) {
        String scheme = String.valueOf(address.getScheme());
        try {
            if (scheme.equals("unix")) {
                Path socket = Path.of(address.getPath());
                if (!Files.exists(socket)) {
                    return "there is no " + socket;
                }
                try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                    return channel.isConnected() ? null : "no connection to " + socket;
                }
            }
            if (scheme.equals("tcp") || scheme.equals("http") || scheme.equals("https")) {
                if (address.getHost() == null) {
                    throw new IllegalArgumentException("no host");
                }
                int port = address.getPort() > 0 ? address.getPort() : 2375;
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(address.getHost(), port), CONNECT_MILLIS);
                    return null;
                }
            }
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new UnsupportedOperationException("a daemon behind " + scheme + "://");
    }
}
