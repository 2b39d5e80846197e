package io.github.registrymaven.provider;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.jspecify.annotations.Nullable;

/**
 * Runs something when the session ends, also where the plugin is no extension and so has no lifecycle participant. Maven asks
 * the request for its listener at each event, so one that is put there in the middle of a build hears the rest. Not a class
 * that implements the interface: it would swallow what a later Maven adds to it.
 */
public final class SessionEnd {
    private SessionEnd() {}

    /** Has it run after everything else that a session does, whether its build succeeds or fails. */
    public static void run(MavenExecutionRequest request, Runnable last) {
        // Goals of two modules may come at once, and neither is to take the other's place.
        synchronized (request) {
            request.setExecutionListener(after(request.getExecutionListener(), last));
        }
    }

    private static ExecutionListener after(@Nullable ExecutionListener before, Runnable last) {
        Object listener = Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, method, arguments) -> {
                    try {
                        return before == null || method.getDeclaringClass() == Object.class
                                ? ofObject(proxy, method.getName(), arguments)
                                : method.invoke(before, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() == null ? thrown : thrown.getCause();
                    } finally {
                        if (method.getName().equals("sessionEnded")) {
                            last.run();
                        }
                    }
                });
        return (ExecutionListener) listener;
    }

    private static @Nullable Object ofObject(Object proxy, String method, Object @Nullable [] arguments) {
        switch (method) {
            case "equals":
                return arguments != null && proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return "registry-maven's end of the session";
            default:
                return null;
        }
    }
}
