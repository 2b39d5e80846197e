package io.github.registrymaven.it;

import io.github.registrymaven.testkit.azure.AzureTestCloud;
import io.github.registrymaven.testkit.azure.BuiltInRole;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Azure tenants of the integration projects. */
public final class AzureAccounts {
    private AzureAccounts() {}

    /**
     * Starts a tenant with a registry for the project in a folder, to which the application {@code ci} may push. Its ids follow
     * from its name, so they are in the project's invoker.properties; the registry's host is in the property {@code
     * it.registry}, where it really is in {@code it.endpoint}, and where Entra and Resource Manager are in {@code it.azure}. The
     * scripts find the tenant in their context as {@code azure}.
     */
    public static void start(File basedir, Map<String, Object> context) throws IOException {
        start(basedir, context, BuiltInRole.ACR_PUSH);
    }

    /** The same with other roles on the registry. */
    public static void start(File basedir, Map<String, Object> context, BuiltInRole... roles) throws IOException {
        AzureTestCloud azure = AzureTestCloud.builder()
                .application("ci", who -> {
                    who.secret("planted");
                    Stream.of(roles).forEach(who::role);
                })
                .start();
        Files.write(
                basedir.toPath().resolve("test.properties"),
                List.of(
                        "it.registry = " + azure.registryHost(),
                        "it.endpoint = " + azure.registry().url(),
                        "it.azure = " + azure.endpoint()));
        context.put("azure", azure);
    }
}
