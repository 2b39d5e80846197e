package io.github.registrymaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.reference.ImageReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user's home folder with nothing in it but what the test puts there: files, helpers, servers, variables. */
final class Home {
    final Path folder;
    private final Path programs;
    private final Map<String, String> environment = new HashMap<>();
    private final List<SettingsServer> servers = new ArrayList<>();
    private @Nullable String serverId;
    private Set<String> hosts = Set.of();
    private Duration helperTimeout = Duration.ofSeconds(30);

    Home(Path temp) {
        folder = temp.resolve("home");
        programs = temp.resolve("programs");
        environment.put("PATH", programs + ":/usr/bin:/bin");
        try {
            Files.createDirectories(folder);
            Files.createDirectories(programs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Home variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Home file(String path, String text) {
        return file(folder.resolve(path), text);
    }

    Home file(Path file, String text) {
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Home dockerConfig(String json) {
        return file(".docker/config.json", json);
    }

    Home server(String id, String user, String password) {
        servers.add(new SettingsServer(id, user, Secret.of(password), null, false));
        return this;
    }

    Home server(SettingsServer server) {
        servers.add(server);
        return this;
    }

    /** The registries that the images are on. */
    Home imagesOn(String... registries) {
        hosts = Set.of(registries);
        return this;
    }

    Home serverId(String id) {
        serverId = id;
        return this;
    }

    Home helperTimeout(Duration timeout) {
        helperTimeout = timeout;
        return this;
    }

    /** Puts {@code docker-credential-<name>} on the PATH; what it was asked for is added to the file "asked". */
    Home helper(String name, String script) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        assumeFalse(windows, "the helpers of these tests are shell scripts");
        Path program = programs.resolve("docker-credential-" + name);
        file(program, "#!/bin/sh\nserver=$(cat)\necho \"$1 $server\" >> '" + asked() + "'\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return this;
    }

    Path asked() {
        return programs.resolve("asked");
    }

    List<String> questions() throws IOException {
        return Files.exists(asked()) ? Files.readAllLines(asked()) : List.of();
    }

    Machine machine() {
        return new Machine(environment, Map.of("os.name", "Linux"), folder, Clock.systemUTC());
    }

    CredentialChain chain() {
        return new CredentialChain(
                machine(), servers, serverId == null ? null : new NamedServer(serverId, hosts), () -> helperTimeout);
    }

    CredentialLookup resolve(String host, String repository) throws InterruptedException {
        return chain().resolve(image(host, repository));
    }

    CredentialLookup resolve(String host) throws InterruptedException {
        return resolve(host, "team/app");
    }

    /** As one tool looks. */
    CredentialLookup resolve(LookupOrder order, String host) throws InterruptedException {
        return chain().resolve(image(host, "team/app"), order);
    }

    FoundCredential found(String host) throws InterruptedException {
        return found(resolve(host));
    }

    static FoundCredential found(CredentialLookup lookup) {
        assertThat(lookup).isInstanceOf(CredentialLookup.Found.class);
        return ((CredentialLookup.Found) lookup).found();
    }

    CredentialLookup.Failed failed(String host) throws InterruptedException {
        CredentialLookup lookup = resolve(host);
        assertThat(lookup).isInstanceOf(CredentialLookup.Failed.class);
        return (CredentialLookup.Failed) lookup;
    }

    CredentialLookup.None none(String host) throws InterruptedException {
        CredentialLookup lookup = resolve(host);
        assertThat(lookup).isInstanceOf(CredentialLookup.None.class);
        return (CredentialLookup.None) lookup;
    }

    static ImageReference image(String host, String repository) {
        return new ImageReference(host + "/" + repository, host, repository, "latest", null, true, false);
    }

    /** A credential as a test compares it, which {@link Secret} alone does not let it do. */
    static String plain(FoundCredential found) {
        Credential credential = found.credential();
        if (credential instanceof Credential.Password password) {
            return password.username() + ":" + password.password().reveal();
        }
        if (credential instanceof Credential.IdentityToken identity) {
            return "identity " + identity.username() + " " + identity.token().reveal();
        }
        return "registry " + ((Credential.RegistryToken) credential).token().reveal();
    }

    static String auth(String text) {
        return "{\"auth\":\"" + base64(text) + "\"}";
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String answering(String user, String secret) {
        return "echo '{\"ServerURL\":\"x\",\"Username\":\"" + user + "\",\"Secret\":\"" + secret + "\"}'";
    }

    /** What every helper of the protocol says when it has nothing. */
    static final String HAS_NOTHING = "echo 'credentials not found in native keychain'; exit 1";
}
