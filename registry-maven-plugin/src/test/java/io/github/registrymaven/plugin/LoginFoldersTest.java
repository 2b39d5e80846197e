package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.DockerSettings;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.login.HostLogin;
import io.github.registrymaven.login.PrivateDockerConfig;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginFoldersTest {
    @TempDir
    private Path root;

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();

    private PrivateDockerConfig config(String host) {
        ImageReference image = ((ParsedReference.Valid) ImageReference.parse(host + "/team/app:1")).reference();
        CredentialLookup found = new CredentialLookup.Found(
                new FoundCredential(
                        new Credential.Password("me", Secret.of("planted")),
                        new CredentialOrigin("somewhere", null, null, false),
                        null),
                List.of());
        return PrivateDockerConfig.of(
                List.of(new HostLogin(image, found, false)),
                DockerSettings.of(new Machine(Map.of(), Map.of(), root, Clock.systemUTC())));
    }

    private void end() {
        ExecutionEvent event = (ExecutionEvent) Proxy.newProxyInstance(
                ExecutionEvent.class.getClassLoader(),
                new Class<?>[] {ExecutionEvent.class},
                (self, method, values) -> null);
        Objects.requireNonNull(request.getExecutionListener()).sessionEnded(event);
    }

    @Test
    void areRemovedWhenTheSessionEnds() throws IOException {
        MavenSession session = TestSessions.of(root, request);
        Path one = root.resolve("one/target/registry/docker");
        Path other = root.resolve("other/target/registry/docker");
        LoginFolders.of(session).write(one, config("a.example"));
        LoginFolders.of(session).write(other, config("a.example"));
        assertThat(one.resolve("config.json")).exists();

        end();

        assertThat(one).doesNotExist();
        assertThat(other).doesNotExist();
        assertThat(one.getParent()).exists();
    }

    @Test
    void aSecondLoginInAFolderAddsToTheFirst() throws IOException {
        MavenSession session = TestSessions.of(root, request);
        Path folder = root.resolve("target/registry/docker");

        LoginFolders.of(session).write(folder, config("a.example"));
        LoginFolders.of(session).write(folder, config("b.example"));

        assertThat(Files.readString(folder.resolve("config.json"))).contains("a.example", "b.example");
        end();
    }
}
