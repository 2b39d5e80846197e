package io.github.registrymaven.doctor;

import io.github.registrymaven.credential.LoginFiles;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.HostSetup;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that can be known of the machine. Reads, asks the registries for the time and the CI runner for who it is, and changes nothing. */
public final class Environment {
    private Environment() {}

    /** The facts, in the order in which a push depends on them. */
    public static List<Fact> of(Surroundings surroundings, PreflightRequest request) throws InterruptedException {
        Machine machine = surroundings.machine();
        NetworkOptions network =
                surroundings.network(request.insecureRegistries(), request.endpoints(), request.requestTimeout());
        Set<String> hosts = hosts(request.images());
        List<LoginFiles.LoginFile> files = LoginFiles.of(machine);
        HostSetup setup = new HostSetup(network);
        List<Fact> facts = new ArrayList<>();
        facts.add(JavaFact.of(machine));
        facts.add(DaemonFact.of(machine, request.images()));
        facts.add(SettingsFact.of(surroundings.servers()));
        facts.addAll(LoginFileFacts.of(files));
        facts.add(HelperFact.of(files));
        facts.addAll(ProxyFacts.of(setup, hosts));
        facts.add(TrustFact.of(machine, setup, hosts));
        try (RegistryHttp http = RegistryHttp.open(network, Deadline.in(request.deadline()))) {
            facts.addAll(ClockFacts.of(machine.clock(), http, hosts, request.offline()));
            facts.addAll(RunnerFacts.of(machine, http, request.offline()));
        }
        return facts;
    }

    private static Set<String> hosts(List<RequestedImage> images) {
        Set<String> hosts = new LinkedHashSet<>();
        for (RequestedImage image : images) {
            if (ImageReference.parse(image.reference()) instanceof ParsedReference.Valid valid) {
                hosts.add(valid.reference().host());
            }
        }
        return hosts;
    }
}
