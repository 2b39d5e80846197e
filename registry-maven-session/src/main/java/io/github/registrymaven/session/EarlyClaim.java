package io.github.registrymaven.session;

import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/**
 * Who does the early preflight of a session: the first that comes, where a build has the plugin in several versions or class
 * realms. It ends with the session; a JVM that serves another build next starts afresh.
 */
public final class EarlyClaim {
    private static final String KEY = "io.github.registrymaven.early/1";

    private EarlyClaim() {}

    /** False where somebody else has taken it. */
    public static boolean take(MavenSession session, Object holder) {
        SessionData data = session.getRepositorySession().getData();
        return data.get(KEY) == null && data.set(KEY, null, holder);
    }

    /** Whoever took it, which may be of another class realm; null where nobody did. */
    public static @Nullable Object holder(MavenSession session) {
        return session.getRepositorySession().getData().get(KEY);
    }
}
