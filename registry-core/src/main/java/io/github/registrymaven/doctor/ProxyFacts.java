package io.github.registrymaven.doctor;

import io.github.registrymaven.network.HostSetup;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The way to each registry. Docker's daemon goes ways of its own. */
final class ProxyFacts {
    private static final String ID = "proxy";

    private ProxyFacts() {}

    static List<Fact> of(HostSetup setup, Set<String> hosts) {
        List<Fact> facts = new ArrayList<>();
        for (String host : hosts) {
            HostSetup.Proxy proxy = setup.proxyTo(host);
            if (proxy == null) {
                facts.add(Fact.ok(ID, host + " is reached without a proxy"));
            } else if (proxy.unusable() == null) {
                facts.add(Fact.ok(ID, host + " is reached through " + proxy.address() + ", from " + proxy.origin()));
            } else {
                facts.add(Fact.bad(
                        ID,
                        Verdict.FAIL,
                        "the proxy on the way to " + host + " cannot be used",
                        "Mend " + proxy.origin() + ", or add " + host + " to NO_PROXY",
                        List.of(proxy.origin() + ": " + proxy.unusable())));
            }
        }
        return facts.isEmpty() ? List.of(Fact.skipped(ID, "not looked at: no image names a registry")) : facts;
    }
}
