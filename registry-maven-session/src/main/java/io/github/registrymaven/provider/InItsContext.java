package io.github.registrymaven.provider;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls a provider with its own class loader as the thread's context class loader: SDKs look there for their services and
 * settings, and Maven's is the plugin's. Threads that the provider starts inherit it.
 */
final class InItsContext implements InvocationHandler {
    private final Object provider;
    private final ClassLoader context;

    private InItsContext(Object provider, ClassLoader context) {
        this.provider = provider;
        this.context = context;
    }

    /** The provider, so wrapped that its callers cannot forget. */
    static <T> T wrap(Class<T> spi, T provider, ClassLoader context) {
        return spi.cast(Proxy.newProxyInstance(
                spi.getClassLoader(), new Class<?>[] {spi}, new InItsContext(provider, context)));
    }

    /** Does something with a context class loader, and restores the one that was there. */
    static <R> R with(ClassLoader context, Supplier<R> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(context);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(context);
        try {
            return method.invoke(provider, arguments);
        } catch (InvocationTargetException thrown) {
            // What the provider threw, as if it had been called without us.
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
