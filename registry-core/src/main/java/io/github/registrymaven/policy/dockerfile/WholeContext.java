package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.dockerfile.Instruction;
import io.github.registrymaven.policy.rules.PolicyLevel;

/** Where the whole folder is copied, a {@code .dockerignore} keeps out what is none of the image's business. */
final class WholeContext implements Practice {
    @Override
    public String id() {
        return "whole-context";
    }

    @Override
    public PolicyLevel from() {
        return PolicyLevel.GOOD;
    }

    @Override
    public void look(Look look) {
        if (look.terms().contextIsNarrowed()) {
            return;
        }
        look.shipped("COPY", "ADD")
                .filter(ApplicationCopy::isOfWholeContext)
                .findFirst()
                .ifPresent(copy -> judge(look, copy));
    }

    /** Of docker-maven-plugin and JKube the context is the folder of the Dockerfile, of {@code docker build -f} the module's. */
    private void judge(Look look, Instruction copy) {
        if (look.file().shown().matches("(.*/)?src/main/docker/[^/]+")) {
            look.verdicts()
                    .unknown(
                            copy.line(),
                            "ships the whole folder that it is built in, and whether that is its own is not known ("
                                    + id() + ")");
            return;
        }
        look.verdicts()
                .fail(
                        copy.line(),
                        "ships the whole folder, sources and all, as there is no .dockerignore (" + id() + ")",
                        "only what runs",
                        "Name what is copied, or what is not in a .dockerignore",
                        "COPY target/app.jar /app.jar");
    }
}
