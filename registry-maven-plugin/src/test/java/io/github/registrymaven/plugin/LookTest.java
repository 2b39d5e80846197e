package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.machine.Machine;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookTest {
    @TempDir
    Path root;

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final Map<String, String> environment = new HashMap<>(Map.of("TERM", "xterm"));
    private final Map<String, String> properties = new HashMap<>();
    private boolean terminal = true;

    LookTest() {
        request.setInteractiveMode(true);
    }

    private String shown(String text) {
        Machine machine = new Machine(environment, properties, root, Clock.systemUTC());
        return Look.of(TestSessions.of(root, request), machine, terminal).of(text);
    }

    private boolean isColoured() {
        return shown("title\n\n    cause     unknown").contains("\u001B[");
    }

    @Test
    void isColouredOnATerminal() {
        assertThat(isColoured()).isTrue();
    }

    @Test
    void isPlainWithoutATerminal() {
        terminal = false;

        assertThat(isColoured()).isFalse();
    }

    @Test
    void isPlainInBatchMode() {
        request.setInteractiveMode(false);

        assertThat(isColoured()).isFalse();
    }

    @Test
    void isPlainWithNoColor() {
        environment.put("NO_COLOR", "1");

        assertThat(isColoured()).isFalse();
    }

    @Test
    void isPlainOnADumbTerminal() {
        environment.put("TERM", "dumb");

        assertThat(isColoured()).isFalse();
    }

    @Test
    void isPlainInALogFile() {
        properties.put("sun.java.command", "org.codehaus.plexus.classworlds.launcher.Launcher verify -l build.log");

        assertThat(isColoured()).isFalse();
    }

    @Test
    void isWhatTheUserSays() {
        request.getUserProperties().setProperty("style.color", "never");

        assertThat(isColoured()).isFalse();

        request.setInteractiveMode(false);
        terminal = false;
        request.getUserProperties().setProperty("style.color", "always");

        assertThat(isColoured()).isTrue();
    }

    @Test
    void isWhatTheOptionSaysBeforeTheProperty() {
        request.getUserProperties().setProperty("style.color", "always");
        properties.put("sun.java.command", "org.codehaus.plexus.classworlds.launcher.Launcher --color never verify");

        assertThat(isColoured()).isFalse();
    }

    @Test
    void isAsciiWhereTheOutputIs() {
        assertThat(shown("a \u2026")).isEqualTo("a \u2026");

        properties.put("native.encoding", "ANSI_X3.4-1968");

        assertThat(shown("a \u2026")).isEqualTo("a ...");

        properties.put("stdout.encoding", "UTF-8");

        assertThat(shown("a \u2026")).isEqualTo("a \u2026");
    }
}
