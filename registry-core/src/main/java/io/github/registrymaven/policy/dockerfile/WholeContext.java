package io.github.registrymaven.policy.dockerfile;

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
                .ifPresent(copy -> look.verdicts()
                        .fail(
                                copy.line(),
                                "ships the whole folder, .git and all, as there is no .dockerignore (" + id() + ")",
                                "only what runs",
                                "Name what is copied, or what is not in a .dockerignore",
                                "COPY target/app.jar /app.jar"));
    }
}
