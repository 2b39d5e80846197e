package io.github.registrymaven.credential;

import io.github.registrymaven.machine.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds logins that docker's own files hold in plain text: base64 hides nothing. */
public final class PlainLogins {
    private static final Duration SHORT = Duration.ofHours(24);

    private PlainLogins() {}

    /** What docker's files of this machine hold. A file that is not there, or cannot be read, holds none. */
    public static List<PlainLogin> of(Machine machine) {
        ConfigFiles files = new ConfigFiles(machine);
        Path folder = files.folder("DOCKER_CONFIG");
        Path docker = folder == null ? machine.home().resolve(".docker") : folder;
        List<PlainLogin> logins = new ArrayList<>();
        add(files.read(docker.resolve("config.json"), ConfigFormat.DOCKER), machine, logins);
        add(files.read(machine.home().resolve(".dockercfg"), ConfigFormat.DOCKER_LEGACY), machine, logins);
        return logins;
    }

    private static void add(ConfigFiles.Reading reading, Machine machine, List<PlainLogin> logins) {
        if (reading instanceof ConfigFiles.Read read) {
            for (String registry : read.file().auths().keySet()) {
                if (read.file().entry(registry) instanceof AuthEntry.Holds holds) {
                    Instant end = CredentialExpiry.of(holds.credential());
                    boolean shortLived = end != null
                            && end.isBefore(machine.clock().instant().plus(SHORT));
                    logins.add(new PlainLogin(registry, read.file().shown(), shortLived));
                }
            }
        }
    }
}
