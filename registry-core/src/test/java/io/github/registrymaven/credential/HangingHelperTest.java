package io.github.registrymaven.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HangingHelperTest {
    private final Path temp;

    HangingHelperTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void endsAHelperThatHangsWithEverythingItStarted() throws InterruptedException, IOException {
        Path pids = temp.resolve("pids");
        Home home = new Home(temp)
                .dockerConfig("{\"credsStore\":\"own\"}")
                .helperTimeout(Duration.ofSeconds(2))
                .helper("own", "echo 'waiting for a dialog' >&2\nsleep 600 &\necho $$ $! > '" + pids + "'\nwait");

        CredentialLookup.Failed failed = home.failed("ghcr.io");

        assertThat(failed.cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
        assertThat(failed.summary())
                .isEqualTo("The credential helper docker-credential-own gave no answer in 2 s and was ended.");
        assertThat(failed.evidence()).contains("waiting for a dialog");
        for (String pid : Files.readString(pids).strip().split(" ", -1)) {
            assertThat(isRunning(Long.parseLong(pid))).as("process " + pid).isFalse();
        }
    }

    @Test
    void doesNotWaitForAChildThatOutlivesTheHelper() throws InterruptedException, IOException {
        Path pid = temp.resolve("pid");
        Home home = new Home(temp)
                .dockerConfig("{\"credsStore\":\"own\"}")
                .helper("own", "sleep 600 &\necho $! > '" + pid + "'\n" + Home.answering("u", "s"));

        try {
            assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("u:s");
        } finally {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    // A container without an init process keeps the dead as zombies, and ProcessHandle calls those alive.
    private static boolean isRunning(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (Files.exists(status) && Files.readString(status).contains("State:\tZ")) {
            return false;
        }
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
