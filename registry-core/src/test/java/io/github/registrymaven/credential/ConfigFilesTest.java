package io.github.registrymaven.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigFilesTest {
    @TempDir
    Path home;

    @Test
    void aFileThatTwoToolsKeepTheirLoginsInIsReadOnceForBoth() throws IOException {
        ConfigFiles files = new ConfigFiles(new Machine(Map.of(), Map.of(), home, Clock.systemUTC()));
        Path file = Files.writeString(home.resolve("config.json"), "{\"auths\": {}}");

        ConfigFiles.Reading docker = files.read(file, ConfigFormat.DOCKER);
        Files.delete(file);

        assertThat(docker).isInstanceOf(ConfigFiles.Read.class);
        assertThat(files.read(file, ConfigFormat.CONTAINERS)).isSameAs(docker);
        assertThat(files.read(file, ConfigFormat.DOCKER_LEGACY)).isInstanceOf(ConfigFiles.Absent.class);
    }
}
