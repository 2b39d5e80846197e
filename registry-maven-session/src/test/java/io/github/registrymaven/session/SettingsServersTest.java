package io.github.registrymaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.SettingsServer;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsServersTest {
    private static final String ENCRYPTED = "{" + "c29tZXRoaW5n" + "=}";

    private static SettingsServer read(
            @Nullable String password, String maven, UnaryOperator<String> decryption, SettingsProblem... problems) {
        Server server = new Server();
        server.setId("localhost:5000");
        server.setUsername("ci");
        server.setPassword(password);
        Properties properties = new Properties();
        properties.setProperty("maven.version", maven);
        SettingsDecrypter decrypter = request -> new Decrypted(request, decryption, List.of(problems));
        return new SettingsServers(List.of(server), properties, decrypter)
                .read()
                .get(0);
    }

    private static String revealed(SettingsServer server) {
        return server.password() == null ? "none" : server.password().reveal();
    }

    @Test
    void aPlainPasswordIsKnownToBePlain() {
        SettingsServer server = read("open", "3.9.16", text -> text);

        assertThat(revealed(server)).isEqualTo("open");
        assertThat(server.plaintext()).isTrue();
    }

    @Test
    void anEncryptedPasswordIsDecrypted() {
        SettingsServer server = read(ENCRYPTED, "3.9.16", text -> "clear");

        assertThat(revealed(server)).isEqualTo("clear");
        assertThat(server.plaintext()).isFalse();
    }

    @Test
    void aVariableThatIsNotSetIsNotTakenForAnEncryptedPassword() {
        SettingsProblem problem = new DefaultSettingsProblem(
                "Failed to decrypt password", SettingsProblem.Severity.ERROR, "server: x", -1, -1, null);

        SettingsServer server = read("${env.NOT_SET}", "3.9.16", text -> text, problem);

        assertThat(server.problem()).isNull();
        assertThat(revealed(server)).isEqualTo("${env.NOT_SET}");
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsAProblemAndNeverUsed() {
        SettingsProblem problem = new DefaultSettingsProblem(
                "Failed to decrypt password", SettingsProblem.Severity.ERROR, "server: x", -1, -1, null);

        SettingsServer server = read(ENCRYPTED, "3.9.16", text -> text, problem);

        assertThat(server.password()).isNull();
        assertThat(server.problem()).isEqualTo("Failed to decrypt password");
    }

    @Test
    void aProblemIsToldWithoutTheNamesOfClasses() {
        SettingsProblem problem = new DefaultSettingsProblem(
                "Failed to decrypt password for server x: org.sonatype.plexus.components.sec.dispatcher"
                        + ".SecDispatcherException: java.io.FileNotFoundException: /home/ci/.m2/settings-security.xml"
                        + " (No such file or directory)",
                SettingsProblem.Severity.ERROR,
                "server: x",
                -1,
                -1,
                null);

        assertThat(read(ENCRYPTED, "3.9.16", text -> text, problem).problem())
                .isEqualTo("Failed to decrypt password for server x: /home/ci/.m2/settings-security.xml"
                        + " (No such file or directory)");
    }

    @Test
    void encryptedTextThatComesThroughSilentlyIsAProblemToo() {
        SettingsServer server = read(ENCRYPTED, "3.6.3", text -> text);

        assertThat(server.password()).isNull();
        assertThat(server.problem()).isNotNull();
    }

    @Test
    void onMavenFourNobodyKnowsHowItWasStored() {
        assertThat(read("clear", "4.0.0-rc-4", text -> text).plaintext()).isFalse();
    }

    @Test
    void aServerWithoutAPasswordIsStillAServer() {
        assertThat(read(null, "3.9.16", text -> text).username()).isEqualTo("ci");
    }

    /** What a decrypter answers. */
    private record Decrypted(
            SettingsDecryptionRequest request, UnaryOperator<String> decryption, List<SettingsProblem> problems)
            implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            Server server = request.getServers().get(0).clone();
            server.setPassword(decryption.apply(server.getPassword()));
            return server;
        }

        @Override
        public List<Server> getServers() {
            return List.of(getServer());
        }

        @Override
        public @Nullable Proxy getProxy() {
            return null;
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }
}
