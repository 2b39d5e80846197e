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

/** A proxy that is set and is not taken on the way to a base image: why the registry was not reached. */
final class UnusableProxy {
    private static final Set<Cause> NOT_REACHED = EnumSet.of(
            Cause.REGISTRY_UNREACHABLE_DNS, Cause.CONNECTION_TIMEOUT, Cause.CONNECTION_REFUSED, Cause.CONNECTION_RESET);

    private final HostSetup setup;
    private final boolean socks;

    /**
     * Takes how others reach registries from here.
     *
     * @param network as our own requests take it
     */
    UnusableProxy(NetworkOptions network) {
        this.setup = new HostSetup(network);
        this.socks = network.machine().properties().containsKey("socksProxyHost");
    }

    /** Tells of such a proxy; anything else is left as it is. */
    ImageBuild.NotBuilt seen(ImageBuild.NotBuilt failure, String host) {
        HostSetup.Proxy proxy = NOT_REACHED.contains(failure.cause()) ? setup.proxyTo(host) : null;
        if (proxy == null || proxy.unusable() == null || socks) {
            return failure;
        }
        List<String> evidence = new ArrayList<>(failure.evidence());
        evidence.add("the proxy in " + proxy.origin() + " is not taken: " + proxy.unusable());
        return new ImageBuild.NotBuilt(
                Cause.PROXY_FAILURE,
                failure.summary() + " without the proxy that is in " + proxy.origin(),
                evidence,
                List.of(new Remedy(
                        "Name an http proxy, in " + proxy.origin() + " or settings.xml; one for SOCKS goes to the JVM:"
                                + " -DsocksProxyHost and -DsocksProxyPort in MAVEN_OPTS",
                        List.of(),
                        List.of())));
    }
}
