package io.github.registrymaven.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A module of ours says in a file which version it is: in its jar and in {@code target/classes} alike, where no
 * {@code pom.properties} is yet. It can be read before a class of the module is loaded.
 */
final class ModuleVersion {
    private static final int MOST_BYTES = 200;

    private final URL file;
    private final String text;

    private ModuleVersion(URL file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The version of this plugin. */
    static String own() {
        ModuleVersion own = of(ModuleVersion.class.getClassLoader(), "registry-maven-session");
        if (own == null) {
            throw new IllegalStateException("registry-maven-session does not say which version it is");
        }
        return own.text;
    }

    /** Null where the loader has no such module. */
    static @Nullable ModuleVersion of(ClassLoader loader, String artifactId) {
        URL file = loader.getResource("META-INF/registry-maven/" + artifactId + ".version");
        if (file == null) {
            return null;
        }
        try (InputStream in = uncached(file)) {
            return new ModuleVersion(file, new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip());
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }

    /** The JVM's cache of jars would hold this one open when its loader is long closed. */
    private static InputStream uncached(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    String text() {
        return text;
    }

    /** Whether a class comes out of the same jar or folder. */
    boolean isModuleOf(Class<?> one) {
        URL home = Home.of(one);
        return home != null && file.toString().contains(home.toString());
    }
}
