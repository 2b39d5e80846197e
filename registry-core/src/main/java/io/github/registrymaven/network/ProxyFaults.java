package io.github.registrymaven.network;

import io.github.registrymaven.diagnosis.Cause;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Names what stood in the way of a request that went through a proxy, and which setting the proxy is from. */
final class ProxyFaults {
    private final Dial dial;
    private final Duration timeout;

    ProxyFaults(Dial dial, Duration timeout) {
        this.dial = dial;
        this.timeout = timeout;
    }

    /** The proxy answered 407 itself. */
    static NetworkFault wantsLogin(URI uri, Route proxy) {
        return new NetworkFault(
                Cause.PROXY_FAILURE,
                "proxy " + proxy.address(),
                "the proxy " + proxy.address() + " wants " + (proxy.hasLogin() ? "another login" : "a login"),
                List.of(origin(proxy), "it answered 407 to a request for " + uri.getRawAuthority(), login(proxy)));
    }

    /** A proxy is set that this client cannot speak to; other tools may. */
    static NetworkFault unusable(URI uri, Route proxy, String why) {
        return new NetworkFault(
                        Cause.PROXY_FAILURE,
                        uri.getRawAuthority(),
                        "the proxy that " + proxy.origin() + " names cannot be used for this check",
                        List.of(origin(proxy), why))
                .doubting(Doubt.Of.WAY, "another tool may use it, or go without it");
    }

    NetworkFault name(Throwable trouble, URI uri, Route proxy) throws InterruptedException {
        String host = uri.getRawAuthority();
        Sighting seen = dial.dial(proxy.host(), proxy.port(), false);
        List<String> evidence = new ArrayList<>(List.of(origin(proxy)));
        evidence.addAll(seen.evidence());
        String unreachable = switch (seen.end()) {
            case NO_ADDRESS -> "has no address";
            case NO_RESOLVER -> "could not be looked up";
            case REFUSED -> "refuses connections";
            case NO_CONNECTION -> "does not answer";
            default -> null;
        };
        if (unreachable != null) {
            NetworkFault fault = fault(seen, "the proxy " + proxy.address() + " " + unreachable, evidence);
            return seen.end() == Sighting.End.NO_RESOLVER
                    ? fault.doubting(Doubt.Of.PATIENCE, "a resolver that is slow may still answer a push")
                    : fault;
        }
        if (trouble instanceof TunnelRefused refused) {
            evidence.add("it answered " + refused.status() + " to CONNECT " + host);
            evidence.add(login(proxy));
            return fault(seen, "the proxy " + proxy.address() + " refused the connection to " + host, evidence);
        }
        evidence.add(Words.of(trouble));
        if (Faults.isLate(trouble)) {
            evidence.add("registry.requestTimeout is " + Faults.seconds(timeout));
            return new NetworkFault(
                    Cause.DEADLINE_EXCEEDED,
                    "proxy " + seen.dialled(),
                    host + " did not answer through the proxy " + proxy.address() + " within "
                            + Faults.seconds(timeout),
                    evidence);
        }
        return fault(
                seen, "the connection to " + host + " through the proxy " + proxy.address() + " broke off", evidence);
    }

    private static NetworkFault fault(Sighting seen, String summary, List<String> evidence) {
        return new NetworkFault(Cause.PROXY_FAILURE, "proxy " + seen.dialled(), summary, evidence);
    }

    private static String origin(Route proxy) {
        return "the proxy is from " + proxy.origin();
    }

    private static String login(Route proxy) {
        return proxy.hasLogin() ? "the login from " + proxy.origin() + " was sent" : "no login is set, none was sent";
    }
}
