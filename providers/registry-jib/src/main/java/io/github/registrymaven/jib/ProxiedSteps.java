package io.github.registrymaven.jib;

import com.google.api.client.http.HttpTransport;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.builder.steps.StepsRunner;
import com.google.cloud.tools.jib.configuration.BuildContext;
import com.google.cloud.tools.jib.event.EventHandlers;
import com.google.cloud.tools.jib.global.JibSystemProperties;
import com.google.cloud.tools.jib.http.FailoverHttpClient;
import io.github.registrymaven.network.ProxiesUnknownToJvm;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Jib's steps with an HTTP client that takes the proxies handed over. Jib (0.28.1) has no setting for one: its client asks the
 * JVM's properties and selector, and what is set there is seen by all of Maven, outlives the build in a daemon, and shows a
 * password to whoever prints properties. Here the client is an object of this run alone. Jib keeps the way to hand it in to
 * itself, so that is reflection: constructors are called, and no field is changed.
 */
final class ProxiedSteps {
    private final BuildContext context;

    private ProxiedSteps(BuildContext context) {
        this.context = context;
    }

    /**
     * Makes them ready.
     *
     * @param insecure as in {@link Containerizer#setAllowInsecureRegistries}
     * @throws OtherJib if Jib is not as this module knows it; nothing has happened then
     */
    static ProxiedSteps of(
            JibContainerBuilder image, Containerizer containerizer, ProxiesUnknownToJvm proxies, boolean insecure)
            throws OtherJib, JibRefused {
        try {
            Method made = JibContainerBuilder.class.getDeclaredMethod("toBuildContext", Containerizer.class);
            made.setAccessible(true);
            BuildContext usual = (BuildContext) made.invoke(image, containerizer);
            return new ProxiedSteps(with(client(proxies, insecure, usual.getEventHandlers()), usual));
        } catch (InvocationTargetException thrown) {
            Throwable refused = thrown.getCause();
            throw new JibRefused(refused == null ? thrown : refused);
        } catch (ReflectiveOperationException | IllegalArgumentException changed) {
            throw new OtherJib(changed);
        }
    }

    /** Writes the tar, as {@link JibContainerBuilder#containerize} does; returns the image's digest. */
    String write(Path tar) throws IOException, ExecutionException, InterruptedException {
        try (context) {
            return StepsRunner.begin(context)
                    .tarBuildSteps(tar)
                    .run()
                    .getImageDigest()
                    .toString();
        }
    }

    private static FailoverHttpClient client(ProxiesUnknownToJvm proxies, boolean insecure, EventHandlers events)
            throws ReflectiveOperationException {
        Constructor<FailoverHttpClient> client = FailoverHttpClient.class.getDeclaredConstructor(
                boolean.class, boolean.class, Consumer.class, Supplier.class, Supplier.class, boolean.class);
        client.setAccessible(true);
        ProxiedTransport transport = new ProxiedTransport(proxies);
        Consumer<LogEvent> told = events::dispatch;
        Supplier<HttpTransport> secure = transport::secure;
        Supplier<HttpTransport> trusting = transport::trusting;
        return client.newInstance(
                insecure, JibSystemProperties.sendCredentialsOverHttp(), told, secure, trusting, true);
    }

    private static BuildContext with(FailoverHttpClient client, BuildContext usual)
            throws ReflectiveOperationException {
        Constructor<?> all = Arrays.stream(BuildContext.class.getDeclaredConstructors())
                .filter(constructor -> !constructor.isSynthetic())
                .findFirst()
                .orElseThrow(NoSuchMethodException::new);
        all.setAccessible(true);
        return (BuildContext) all.newInstance(
                usual.getBaseImageConfiguration(),
                usual.getTargetImageConfiguration(),
                usual.getAllTargetImageTags(),
                usual.getContainerConfiguration(),
                usual.getBaseImageLayersCache(),
                usual.getApplicationLayersCache(),
                usual.getTargetFormat(),
                usual.isOffline(),
                usual.getLayerConfigurations(),
                usual.getToolName(),
                usual.getToolVersion(),
                usual.getEventHandlers(),
                client,
                usual.getExecutorService(),
                // Whoever started the threads ends them.
                false,
                usual.getAlwaysCacheBaseImage(),
                usual.getRegistryMirrors(),
                usual.getEnablePlatformTags());
    }

    /** Jib is another version than the one that comes with this module. */
    static final class OtherJib extends Exception {
        private static final long serialVersionUID = 1L;

        OtherJib(Exception changed) {
            super("this Jib takes the JVM's proxies only: it is not the version that comes with registry-jib", changed);
        }
    }
}
