package io.github.registrymaven.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.aether.SessionData;

/** Maps that all modules of a session share and that end with it. Each is made by whoever comes first. */
public final class SessionMap {
    private SessionMap() {}

    /**
     * The map of a key.
     *
     * @param key a class of the engine where values are of the engine's types, as each class realm that has loaded the engine
     *     has its own
     */
    @SuppressWarnings("unchecked") // nobody else writes under these keys
    public static <K, V> ConcurrentMap<K, V> of(SessionData data, Object key) {
        Object kept = data.get(key);
        while (kept == null) {
            // computeIfAbsent is not in the Resolver of Maven 3.6.3.
            data.set(key, null, new ConcurrentHashMap<K, V>());
            kept = data.get(key);
        }
        return (ConcurrentMap<K, V>) kept;
    }
}
