package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.policy.rules.PolicyLevel;

/** Docker can tell whether the program still answers (CIS Docker Benchmark, 4.6). Kubernetes has probes of its own. */
final class Healthcheck implements Practice {
    @Override
    public String id() {
        return "healthcheck";
    }

    @Override
    public PolicyLevel from() {
        return PolicyLevel.STRICT;
    }

    @Override
    public void look(Look look) {
        if (look.shipped("HEALTHCHECK").findAny().isEmpty()) {
            look.verdicts()
                    .fail(
                            look.topmost().line(),
                            "has no HEALTHCHECK (" + id() + ")",
                            "a command that asks whether it answers",
                            "Add one, or leave this practice out where Kubernetes has probes",
                            "HEALTHCHECK CMD curl --fail http://localhost:8080/actuator/health || exit 1");
        }
    }
}
