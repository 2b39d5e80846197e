package io.github.registrymaven.doctor;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.RegistryHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The CI runner, and who its identity tokens say that it is. */
final class RunnerFacts {
    private RunnerFacts() {}

    static List<Fact> of(Machine machine, RegistryHttp http, boolean offline) throws InterruptedException {
        Map<String, String> environment = machine.environment();
        Runner runner = Runner.of(environment);
        if (runner == null) {
            return List.of(Fact.ok("ci-runner", "none is known: no variable of a CI service is set"));
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.ok("ci-runner", runner.title()));
        if (runner == Runner.GITHUB) {
            facts.add(GithubIdentity.of(environment, http, offline));
        }
        facts.addAll(GivenIdentities.of(environment));
        return facts;
    }
}
