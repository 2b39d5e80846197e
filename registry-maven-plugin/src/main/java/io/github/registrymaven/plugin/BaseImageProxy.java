package io.github.registrymaven.plugin;

import io.github.registrymaven.artifact.ImageBuild;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.HostSetup;
import io.github.registrymaven.network.NetworkOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The way to a base image, which Jib pulls, and Jib knows the JVM's proxies only. Where Maven and our own requests go through
 * another, of settings.xml or the environment, that is why the registry was not reached.
 */
final class BaseImageProxy {
    private static final Set<Cause> NOT_REACHED = EnumSet.of(
            Cause.REGISTRY_UNREACHABLE_DNS, Cause.CONNECTION_TIMEOUT, Cause.CONNECTION_REFUSED, Cause.CONNECTION_RESET);

    private final HostSetup setup;

    /**
     * Takes how others reach registries from here.
     *
     * @param network as our own requests take it
     */
    BaseImageProxy(NetworkOptions network) {
        this.setup = new HostSetup(network);
    }

    /** Tells of a proxy that Jib did not take; anything else is left as it is. */
    ImageBuild.NotBuilt seen(ImageBuild.NotBuilt failure, String host) {
        HostSetup.Proxy proxy = NOT_REACHED.contains(failure.cause()) ? setup.proxyTo(host) : null;
        if (proxy == null || proxy.unusable() != null || proxy.origin().startsWith("-D")) {
            return failure;
        }
        int colon = proxy.address().lastIndexOf(':');
        String options = "-Dhttps.proxyHost=" + proxy.address().substring(0, colon) + " -Dhttps.proxyPort="
                + proxy.address().substring(colon + 1);
        List<String> evidence = new ArrayList<>(failure.evidence());
        evidence.add(
                "others reach " + host + " through the proxy " + proxy.address() + ", which is in " + proxy.origin());
        evidence.add("Jib, which pulls base images, takes the JVM's proxies only");
        return new ImageBuild.NotBuilt(
                Cause.PROXY_FAILURE,
                failure.summary() + ": Jib does not take the proxy that is in " + proxy.origin(),
                evidence,
                List.of(new Remedy(
                        "Name the proxy to the JVM, too; a login for it goes into https.proxyUser and https.proxyPassword",
                        List.of("export MAVEN_OPTS=\"$MAVEN_OPTS " + options + "\""),
                        List.of())));
    }
}
