package io.github.registrymaven.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.DockerSettings;
import io.github.registrymaven.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    private Path temp;

    private PrivateDockerConfig config() {
        return PrivateDockerConfig.of(
                List.of(), DockerSettings.of(new Machine(Map.of(), Map.of(), temp, Clock.systemUTC())));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions there are lists, not bits")
    void isOpenToItsOwnerOnly() throws IOException {
        Path folder = temp.resolve("target/registry/docker");

        PrivateFolder.write(folder, config());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (String name : List.of("config.json", "auth.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions there are lists, not bits")
    void takesTheOpenOnesPlaceThatAnotherLeftThere() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("docker"));
        Files.writeString(folder.resolve("config.json"), "of somebody else");

        PrivateFolder.write(folder, config());

        assertThat(folder.resolve("config.json")).hasContent("{\n  \"auths\": {}\n}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "to make a link takes a privilege there")
    void isRemovedWithWhatToolsWroteIntoItAndNothingBeyond() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept"), "kept");
        Path folder = temp.resolve("docker");
        PrivateFolder.write(folder, config());
        Files.createDirectories(folder.resolve("buildx/activity"));
        Files.createSymbolicLink(folder.resolve("contexts"), elsewhere);

        PrivateFolder.remove(folder);

        assertThat(folder).doesNotExist();
        assertThat(elsewhere.resolve("kept")).hasContent("kept");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "to make a link takes a privilege there")
    void aLinkInItsPlaceIsRemovedAndNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("config.json"), "kept");
        Path folder = temp.resolve("docker");
        Files.createSymbolicLink(folder, elsewhere);

        PrivateFolder.write(folder, config());

        assertThat(elsewhere.resolve("config.json")).hasContent("kept");
        assertThat(folder).isDirectory();
        assertThat(Files.isSymbolicLink(folder)).isFalse();
    }

    @Test
    void toRemoveWhatIsNotThereIsNoTrouble() throws IOException {
        PrivateFolder.remove(temp.resolve("docker"));

        assertThat(temp).isEmptyDirectory();
    }
}
