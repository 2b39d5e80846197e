package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.policy.rules.PolicyLevel;

/** Where the program runs does not depend on what the image below happened to set. */
final class RelativeWorkdir implements Practice {
    @Override
    public String id() {
        return "relative-workdir";
    }

    @Override
    public PolicyLevel from() {
        return PolicyLevel.GOOD;
    }

    @Override
    public void look(Look look) {
        look.shipped("WORKDIR")
                .findFirst()
                .filter(workdir -> workdir.text().replace("\"", "").matches("[A-Za-z0-9._-].*"))
                .filter(workdir -> !workdir.text().replace("\"", "").matches("[A-Za-z]:.*"))
                .ifPresent(workdir -> look.verdicts()
                        .fail(
                                workdir.line(),
                                "works in " + workdir.text().strip() + ", wherever the image below was (" + id() + ")",
                                "a path from the root on",
                                "Begin it with a slash",
                                "WORKDIR /" + workdir.text().strip()));
    }
}
