package io.github.registrymaven.provider;

import io.github.registrymaven.provider.ProviderLookup.Absent;
import io.github.registrymaven.provider.ProviderLookup.Found;
import io.github.registrymaven.provider.ProviderLookup.Mismatch;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.SessionData;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * The providers of one build. Each is looked for once: where the user declared it as a dependency of the plugin, otherwise
 * resolved at the plugin's own version into a class loader of its own. What is not found is not looked for again. They close
 * when the session ends, by themselves. Thread-safe.
 */
public final class Providers implements AutoCloseable {
    private final String version;
    private final ClassLoader realm;
    private final Supplier<ProviderRepository> repository;
    private final Consumer<Runnable> atEnd;
    private final Map<String, ProviderLookup<?>> known = new HashMap<>();
    private final Map<String, URLClassLoader> opened = new HashMap<>();

    /**
     * The providers of something that is no Maven session.
     *
     * @param version the plugin's own
     * @param realm where the user's own declarations are
     */
    Providers(String version, ClassLoader realm, Supplier<ProviderRepository> repository) {
        this(version, realm, repository, close -> {});
    }

    private Providers(
            String version, ClassLoader realm, Supplier<ProviderRepository> repository, Consumer<Runnable> atEnd) {
        this.version = version;
        this.realm = realm;
        this.repository = repository;
        this.atEnd = atEnd;
    }

    /**
     * The providers of a session, shared by its modules.
     *
     * @param system Maven's own, injected
     */
    public static Providers of(MavenSession session, RepositorySystem system) {
        SessionData data = session.getRepositorySession().getData();
        // The class is the key, so a plugin and a rule in realms of their own do not get each other's classes.
        Object kept = data.get(Providers.class);
        while (kept == null) {
            Providers fresh = new Providers(
                    ModuleVersion.own(),
                    Providers.class.getClassLoader(),
                    () -> new ProviderRepository(system, session.getRepositorySession(), repositories(session)),
                    close -> SessionEnd.run(session.getRequest(), close));
            data.set(Providers.class, null, fresh);
            kept = data.get(Providers.class);
        }
        return (Providers) kept;
    }

    /**
     * The provider of an SPI in one of our modules.
     *
     * @param spi an interface of the engine
     * @param artifactId the module, such as {@code registry-jib}
     */
    public synchronized <T> ProviderLookup<T> find(Class<T> spi, String artifactId) {
        String question = spi.getName() + " of " + artifactId;
        ProviderLookup<?> answer = known.get(question);
        if (answer == null) {
            answer = look(spi, new ProviderModule(artifactId, version));
            known.put(question, answer);
        }
        @SuppressWarnings("unchecked") // the question names the SPI
        ProviderLookup<T> typed = (ProviderLookup<T>) answer;
        return typed;
    }

    /** Closes what was opened, so that no jar is held by a JVM that serves another build next. May be called again. */
    @Override
    public synchronized void close() {
        known.clear();
        for (URLClassLoader loader : opened.values()) {
            try {
                loader.close();
            } catch (IOException stillOpen) {
                // The build is over; the file is let go with the JVM at the latest.
            }
        }
        opened.clear();
    }

    private <T> ProviderLookup<T> look(Class<T> spi, ProviderModule module) {
        ModuleVersion declared = ModuleVersion.of(realm, module.artifactId());
        if (declared == null) {
            return resolve(spi, module);
        }
        // Before any of its classes is loaded: those of another version may not even link.
        return declared.text().equals(module.version())
                ? start(spi, module, declared, realm)
                : mismatch(module, declared.text());
    }

    private <T> ProviderLookup<T> resolve(Class<T> spi, ProviderModule module) {
        URLClassLoader known = opened.get(module.artifactId());
        if (known != null) {
            // Another SPI of a module whose libraries are loaded: not a second time.
            return start(spi, module, ModuleVersion.of(known, module.artifactId()), known);
        }
        ProviderRepository from = repository.get();
        List<URL> jars;
        try {
            jars = from.resolve(module);
        } catch (DependencyResolutionException unresolved) {
            return absent(
                    module,
                    from.isOffline()
                            ? module + " is needed, and not in the local repository; Maven is offline"
                            : module + " is needed, and could not be resolved",
                    unresolved);
        }
        URLClassLoader loader = new URLClassLoader(
                "registry-maven " + module.artifactId(), jars.toArray(new URL[0]), new EngineOnly(spi));
        if (opened.isEmpty()) {
            // Most builds open none, and need not hear of their end.
            atEnd.accept(this::close);
        }
        opened.put(module.artifactId(), loader);
        return start(spi, module, ModuleVersion.of(loader, module.artifactId()), loader);
    }

    private <T> ProviderLookup<T> start(
            Class<T> spi, ProviderModule module, @Nullable ModuleVersion home, ClassLoader loader) {
        try {
            return InItsContext.with(
                    loader,
                    () -> ServiceLoader.load(spi, loader).stream()
                            .filter(provider -> home == null || home.isModuleOf(provider.type()))
                            .findFirst()
                            .<ProviderLookup<T>>map(
                                    provider -> new Found<>(InItsContext.wrap(spi, provider.get(), loader)))
                            .orElseGet(() -> absent(module, module + " has no " + spi.getSimpleName(), null)));
        } catch (ServiceConfigurationError | LinkageError broken) {
            return absent(module, module + " could not be started", broken);
        }
    }

    private static <T> Absent<T> absent(ProviderModule module, String reason, @Nullable Throwable why) {
        return new Absent<>(reason, Seen.of(why), List.of(module.declare()));
    }

    private static <T> Mismatch<T> mismatch(ProviderModule module, String declared) {
        return new Mismatch<>(
                declared,
                module.version(),
                module.artifactId() + " is declared in version " + declared + ", and the plugin is " + module.version()
                        + ": they have to be the same",
                List.of(module.declare()));
    }

    private static List<RemoteRepository> repositories(MavenSession session) {
        MavenProject project = session.getCurrentProject();
        MavenProject any = project == null ? session.getTopLevelProject() : project;
        return any == null ? List.of() : any.getRemotePluginRepositories();
    }
}
