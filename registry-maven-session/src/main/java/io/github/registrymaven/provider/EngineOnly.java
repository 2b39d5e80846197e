package io.github.registrymaven.provider;

/**
 * What a provider sees beside its own jars: the JDK, and the engine, in the very classes that its caller uses. Nothing else
 * of the caller's realm, its resources and services least of all, so that no library of the plugin, of Maven or of another provider meets the provider's own.
 */
final class EngineOnly extends ClassLoader {
    private static final String OURS = "io.github.registrymaven.";

    private final Class<?> spi;

    /**
     * Shows the engine that an SPI is part of.
     *
     * @param spi a class of the engine
     */
    EngineOnly(Class<?> spi) {
        super("registry-maven engine", ClassLoader.getPlatformClassLoader());
        this.spi = spi;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ClassLoader realm = spi.getClassLoader();
        if (!name.startsWith(OURS) || realm == null) {
            throw new ClassNotFoundException(name);
        }
        Class<?> found = realm.loadClass(name);
        // The plugin's own classes begin with the same words, and so do those of a provider that is declared.
        if (!Home.isShared(found, spi)) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }
}
