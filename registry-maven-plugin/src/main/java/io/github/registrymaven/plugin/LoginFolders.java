package io.github.registrymaven.plugin;

import io.github.registrymaven.login.PrivateDockerConfig;
import io.github.registrymaven.login.PrivateFolder;
import io.github.registrymaven.provider.SessionEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/**
 * The docker configs that a session has written. They are removed when it ends, whether its build succeeded or not, and where somebody
 * ends the JVM. Thread-safe.
 */
final class LoginFolders {
    private final Map<Path, PrivateDockerConfig> written = new HashMap<>();
    private @Nullable Thread hook;

    LoginFolders() {}

    static LoginFolders of(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        Object kept = data.get(LoginFolders.class);
        while (kept == null) {
            LoginFolders fresh = new LoginFolders();
            if (data.set(LoginFolders.class, null, fresh)) {
                SessionEnd.run(session.getRequest(), fresh::end);
            }
            kept = data.get(LoginFolders.class);
        }
        return (LoginFolders) kept;
    }

    /** Writes a config, with what an earlier one of this session in the same folder has beside it. */
    synchronized PrivateDockerConfig write(Path folder, PrivateDockerConfig config) throws IOException {
        PrivateDockerConfig earlier = written.get(folder);
        PrivateDockerConfig whole = earlier == null ? config : config.beside(earlier);
        if (hook == null) {
            hook = new Thread(this::remove, "registry-maven removes its logins");
            Runtime.getRuntime().addShutdownHook(hook);
        }
        written.put(folder, whole);
        PrivateFolder.write(folder, whole);
        return whole;
    }

    /** The end of the session: the JVM may serve another build next, so nothing of this one is left in it. */
    synchronized void end() {
        remove();
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The JVM ends just now, and the hook has nothing left to do.
            }
            hook = null;
        }
    }

    private synchronized void remove() {
        for (Path folder : written.keySet()) {
            try {
                PrivateFolder.remove(folder);
            } catch (IOException stillThere) {
                // Nobody else can read it, and its logins end by themselves.
            }
        }
        written.clear();
    }
}
