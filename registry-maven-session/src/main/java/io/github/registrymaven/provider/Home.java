package io.github.registrymaven.provider;

import java.net.URL;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** The jar or folder that a class was loaded from. */
final class Home {
    private Home() {}

    static @Nullable URL of(Class<?> one) {
        CodeSource source = one.getProtectionDomain().getCodeSource();
        return source == null ? null : source.getLocation();
    }

    /** Whether two classes are of one jar or folder. */
    static boolean isShared(Class<?> one, Class<?> other) {
        URL home = of(one);
        URL others = of(other);
        return home != null && others != null && home.toString().equals(others.toString());
    }
}
