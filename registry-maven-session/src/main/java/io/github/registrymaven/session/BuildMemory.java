package io.github.registrymaven.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/** What the rules and modules of one build share. It ends with the build: nothing is kept in a JVM that serves another one next. */
public final class BuildMemory {
    private BuildMemory() {}

    /**
     * What is known so far of a kind. Thread-safe.
     *
     * @param kind a class of the engine, of which each class realm that has loaded the engine has its own; so has it what is kept
     */
    @SuppressWarnings("unchecked") // nobody else writes under this key
    public static <K, V> ConcurrentMap<K, V> of(MavenSession session, Class<?> kind) {
        SessionData data = session.getRepositorySession().getData();
        Object kept = data.get(kind);
        while (kept == null) {
            // computeIfAbsent is not in the Resolver of Maven 3.6.3.
            data.set(kind, null, new ConcurrentHashMap<K, V>());
            kept = data.get(kind);
        }
        return (ConcurrentMap<K, V>) kept;
    }
}
